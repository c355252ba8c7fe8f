"""Dictionary forms of verbs and nouns, by a table of the irregular ones and rules for the others."""

from functools import lru_cache

_VERBS = """
abide abode abidden; arise arose arisen; awake awoke awoken; be am is are was were been being m re s; bear bore
borne born; beat beaten; become became; begin began begun beginning; bend bent; beset besetting; bid bade bidden
bidding; bind bound; bite bit bitten; bleed bled; blow blew blown; break broke broken; breed bred; bring
brought; broadcast; build built; burn burnt; burst; buy bought; can ca; cast; catch caught; choose chose chosen;
cling clung; come came; cost; creep crept; cut cutting; deal dealt; die died dying; dig dug digging; do does did
done doing; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten; fall fell
fallen; feed fed; feel felt; fight fought; find found; flee fled fleeing; fling flung; fly flew flown; forbid
forbade forbidden forbidding; forecast; foresee foresaw foreseen; forget forgot forgotten forgetting; forgive
forgave forgiven; forgo forwent forgone; freeze froze frozen; get got gotten getting; give gave given; go went
gone goes; grow grew grown; hang hung; have has had having ve; hear heard; hide hid hidden hiding; hit hitting;
hold held; hurt; keep kept; kneel knelt; know knew known; lay laid; lead led; lean leant; leap leapt; learn
learnt; leave left; lend lent; let letting; lie lied lain lying; light lit; lose lost; make made making; mean
meant; meet met; mistake mistook mistaken; mow mown; offset offsetting; overcome overcame; overrun overran
overrunning; oversee oversaw overseen; overtake overtook overtaken; overthrow overthrew overthrown; partake
partook partaken; pay paid; plead pled; prove proven; put putting; quit quitting; read; rebuild rebuilt; repay
repaid; resell resold; retake retook retaken; rewrite rewrote rewritten; rid ridding; ride rode ridden; ring
rang rung; rise rose risen; run ran running; say said; see saw seen seeing; seek sought; sell sold; send sent;
set setting; sew sewn; shake shook shaken; shed shedding; shine shone; shoot shot; show shown; shrink shrank
shrunk; shut shutting; sing sang sung; sink sank sunk; sit sat sitting; slay slew slain; sleep slept; slide
slid; sling slung; slit slitting; smell smelt; sow sown; speak spoke spoken; speed sped; spend spent; spill
spilt; spin spun spinning; spit spat spitting; split splitting; spread; spring sprang sprung; stand stood; steal
stole stolen; stick stuck; sting stung; stink stank stunk; strike struck stricken; string strung; strive strove
striven; swear swore sworn; sweep swept; swell swollen; swim swam swum swimming; swing swung; take took taken;
teach taught; tear tore torn; tell told; think thought; throw threw thrown; thrust; tie tied tying; vie vied
vying; focus focuses; gas gassed gassing; bias biased; tread trod trodden; undergo underwent undergone;
understand understood; undertake undertook undertaken; undo undid undone; uphold upheld; upset upsetting; wake
woke woken; wear wore worn; weave wove woven; weep wept; will wo ll; win won winning; withdraw withdrew
withdrawn; withhold withheld; withstand withstood; write wrote written; wed wedding
"""
_NOUNS = """
man men; woman women; child children; grandchild grandchildren; schoolchild schoolchildren; parenthesis
parentheses; cookie cookies; foot feet; tooth teeth; mouse mice; goose geese; person persons; ox oxen; policeman
policemen; policewoman policewomen; serviceman servicemen; servicewoman servicewomen; gunman gunmen; spokesman
spokesmen; spokeswoman spokeswomen; fisherman fishermen; fireman firemen; airman airmen; seaman seamen; knife
knives; life lives; wife wives; leaf leaves; half halves; thief thieves; wolf wolves; shelf shelves; loaf
loaves; self selves; calf calves; elf elves; scarf scarves; crisis crises; analysis analyses; basis bases;
hypothesis hypotheses; diagnosis diagnoses; thesis theses; oasis oases; phenomenon phenomena; criterion
criteria; bacterium bacteria; index indices; appendix appendices; matrix matrices; nucleus nuclei; fungus fungi;
cactus cacti; bus buses; gas gases; hero heroes; echo echoes; potato potatoes; tomato tomatoes; volcano
volcanoes; cargo cargoes; veto vetoes; embargo embargoes; torpedo torpedoes; mosquito mosquitoes; archive
archives; cache caches; axe axes; avalanche avalanches; grenade grenades; base bases; movie movies; pie pies;
tie ties; lie lies; rookie rookies; zombie zombies; sortie sorties; prairie prairies; calorie calories; niche
niches; ache aches; curfew curfews; trachea tracheae; quiz quizzes; mujahid mujahideen mujahidin mujahedin
mujahedeen; passerby passersby; psyche psyches; cartouche cartouches; headache headaches; cliche cliches;
kamikaze kamikazes; lens lenses; virus viruses; corpus corpora; bonus bonuses; census censuses; campus campuses;
status statuses; surplus surpluses; stimulus stimuli
"""
_UNCHANGED = frozenset(
    (
        "people police personnel series species news headquarters means barracks crossroads gallows politics "
        "economics ethics physics mathematics logistics forensics athletics aircraft spacecraft troops corps "
        "chassis rendezvous premises outskirts remains clothes goods thanks whereabouts tennis diabetes measles "
        "gas bus plus atlas chaos canvas bias pajamas trousers scissors arms proceeds debris iris omen specimen "
        "regimen abdomen semen acumen alias pancreas christmas ms mrs vs pm am"
    ).split()
)
_KEEP_LL = (
    *"kill fall shell fill pull call roll spill drill install enroll appall poll toll skill fell sell".split(),
    *"tell smell spell".split(),
    *"swell yell dwell quell stall wall bill chill grill thrill still till will bull dull cull lull".split(),
    *"mull recall".split(),
)
_SINGLE_L = frozenset("controll patroll extoll cancell counsell".split())
_KEEP_DOUBLE = frozenset("add err purr butt putt inn boycott embarr err net".split())
_WITHOUT_E = (
    *"visit limit edit exploit credit profit inherit exhibit prohibit deposit solicit elicit audit".split(),
    *"merit orbit".split(),
    *"inhibit spirit vomit transit benefit forfeit discredit combat format pilot pivot ballot parrot carrot".split(),
    *"develop envelop gallop kidnap worship gossip focus bias canvas murmur sulfur pencil imperil council".split(),
    *"dollar collar pillar waltz bring ring sing wing sting swing fling cling string".split(),
    *"spring wring ping belong prolong long wrong throng".split(),
)
_WITH_E = frozenset(
    (
        "cit recit incit excit unit reunit ignit invit bit spit kit expedit rewrit complet delet compet deplet "
        "obsolet conven interven contraven postpon condon phon telephon clon dron dethron aton ston ton zon hon "
        "adher interfer persever rever coher restor ignor explor implor deplor ador stor scor shor bor gor "
        "outscor underscor com becom overcom writ typewrit chang exchang extradit teeth seeth wan creat "
        "recreat delineat permeat bath breath cloth loath sooth wast tast past hast bast "
        "lambast centr massacr inhal exhal impal scal regal stal whal welcom guid misguid ach acr "
        "sabotag typ prototyp styl recycl cycl rul schedul overrul consol cajol parol pol hol rol ol los chos "
        "laps escap straf knif styl dy ey tortur quot misquot requir acquir inquir enquir squar equat"
    ).split()
)
_ENDS_WITH_E = (
    *"v u c z s dg rg lg ang eng ung ing at ot ut in un ar ir ur id ad ed od ud ap ip op ak ik ok uk".split(),
    *"am im um".split(),
    *"ag eg ig og ug bl cl dl fl gl kl pl sl tl zl il ul ob ib ub af if".split(),
)
_IN_EED = frozenset("need exceed proceed succeed heed speed bleed feed seed weed breed".split())
_BARE_NG = frozenset("hang overhang bang clang".split())
_ENDS_IN_C = frozenset("mimic panic traffic picnic frolic politic".split())
_VOWELS = frozenset("aeiouy")


def _table(text: str) -> dict[str, str]:
    rows = [row.split() for row in text.replace("\n", " ").split(";")]
    return {form: row[0] for row in rows for form in row}


_VERB_FORMS, _NOUN_FORMS = _table(_VERBS), _table(_NOUNS)
_CLITICS = {"nt": "not", "s": "'s"}


@lru_cache(maxsize=65_536)
def lemma(folded: str, tag: str) -> str:
    """Return the dictionary form of a folded word that has this part of speech (UPOS).

    Verbs and nouns lose their endings; a word of any other kind is its own lemma.
    """
    if tag in ("VERB", "AUX"):
        return _VERB_FORMS.get(folded) or _verb(folded)
    if tag == "NOUN":
        return _NOUN_FORMS.get(folded) or _noun(folded)
    return _CLITICS.get(folded, folded) if tag == "PART" else folded


def _noun(word: str) -> str:
    if word in _UNCHANGED:
        return word
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    return _without_s(word)


def _verb(word: str) -> str:
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ed"):
        return _base(word[:-2], word) if word[-3:-2] != "e" else _eed(word)
    if word.endswith("ing"):
        return _base(word[:-3], word)
    return _without_s(word)


def _eed(word: str) -> str:
    return word if word in _IN_EED else word[:-1]


def _without_s(word: str) -> str:
    """Return a word without the ending of a plural or of the third person."""
    if not word.endswith("s") or len(word) < 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-1] if len(word) < 5 else word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")) or (
        word.endswith("oes") and word not in ("shoes", "toes")
    ):
        return word[:-2]
    return word[:-1]


def _base(stem: str, word: str) -> str:
    """Return the base form of a verb from what is left without -ed or -ing."""
    if len(stem) < 2 or _VOWELS.isdisjoint(stem):
        return word
    if stem[-1] == stem[-2] and stem[-1] not in "aeiou":
        return _undoubled(stem)
    if stem in _WITH_E or (stem[-1] == "e" and word.endswith("ed")):
        return stem + "e"
    if stem[-1] == "k" and stem[:-1] in _ENDS_IN_C:
        return stem[:-1]
    if stem in _BARE_NG or stem.endswith(_WITHOUT_E) or _is_long(stem) or not stem.endswith(_ENDS_WITH_E):
        return stem
    return stem + "e"


def _undoubled(stem: str) -> str:
    if stem in _SINGLE_L:
        return stem[:-1]
    if stem[-1] in "sfz" or stem in _KEEP_DOUBLE or (stem[-1] == "l" and stem.endswith(_KEEP_LL)):
        return stem
    return stem[:-1]


def _is_long(stem: str) -> bool:
    """Tell whether two vowels stand before a last consonant that needs no silent e: raid, loot."""
    if stem[-1] in "svczgu" or len(stem) < 3 or stem[-2] not in "aeiou":
        return False
    first = stem[-3]
    if stem.endswith("uat"):
        return False
    is_vowel = first in "aeou" or (first == "i" and stem[-2] in "eo")
    return is_vowel and not (first == "u" and stem[-4:-3] in ("q", "a", "n", "d", "t", "l") and stem[-2] in "aio")
