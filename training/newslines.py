"""Made-up news sentences with their parts of speech, for words that news of war uses in other ways than the web.

Each template is a line of word/TAG pairs and slots; a slot is filled at random from its list, which may hold
slots too. Every sentence is invented.
"""

import re
from collections.abc import Iterator
from random import Random

from training.conllu import TaggedSentence

_ACTS = """
strike strikes struck striking; attack attacks attacked attacking; raid raids raided raiding; shell shells
shelled shelling; bomb bombs bombed bombing; ambush ambushes ambushed ambushing; blast blasts blasted blasting;
target targets targeted targeting; mine mines mined mining; storm storms stormed storming; assault assaults
assaulted assaulting; hit hits hit hitting; besiege besieges besieged besieging; rocket rockets rocketed
rocketing; torch torches torched torching; capture captures captured capturing; seize seizes seized seizing;
overrun overruns overran overrunning; shoot shoots shot shooting; burn burns burned burning; loot loots looted
looting; retake retakes retook retaking; pound pounds pounded pounding; batter batters battered battering;
blockade blockades blockaded blockading; patrol patrols patrolled patrolling; kill kills killed killing; wound
wounds wounded wounding; injure injures injured injuring; arrest arrests arrested arresting; abduct abducts
abducted abducting; down downs downed downing; intercept intercepts intercepted intercepting
"""
_MEETS = """
clash clashes clashed clashing; fight fights fought fighting; march marches marched marching; protest protests
protested protesting; rally rallies rallied rallying; battle battles battled battling
"""
_NOUNS = {
    "EVENT": "strike attack raid ambush blast clash fight assault siege airstrike bombing shooting "
    "explosion protest march raid offensive barrage shelling massacre riot rally battle hit "
    "operation stabbing kidnapping incursion",
    "EVENTS": "strikes attacks raids ambushes blasts clashes fights assaults airstrikes bombings shootings "
    "explosions protests marches offensives barrages killings riots rallies battles mines shells "
    "bombs rockets missiles drones",
    "MEANS": "bomb rocket missile drone mortar shell mine gun grenade tank artillery air suicide car truck "
    "knife arson sniper helicopter roadside ground gunfire militia missile rocket drone fire "
    "revenge terror",
    "ARM": "bomb rocket missile drone mortar shell mine grenade warhead projectile bullet gun fire",
    "ARMS": "bombs rockets missiles drones mortars shells mines grenades bullets guns warplanes jets tanks",
    "GROUP": "militants rebels gunmen insurgents soldiers troops police protesters fighters settlers "
    "bandits jihadists extremists demonstrators rioters guerrillas attackers militiamen pirates "
    "herders villagers guards commandos",
    "ONE": "gunman soldier rebel militant policeman bomber attacker settler protester fighter sniper driver",
    "SITE": "base village convoy checkpoint market school hospital mosque church town airport camp port "
    "bridge outpost station barracks house bus ship vehicle tanker refinery depot patrol",
    "VICTIMS": "people civilians soldiers children women villagers policemen officers personnel students "
    "worshippers journalists medics workers passengers fishermen others miners farmers",
}
_NAMES = {
    "PLACE": "Mosul/PROPN | Aleppo/PROPN | Kabul/PROPN | Mogadishu/PROPN | Goma/PROPN | Gaza/PROPN | "
    "northern/ADJ Mali/PROPN | Kharkiv/PROPN | Hodeidah/PROPN | Deir/PROPN ez/PROPN -/PUNCT "
    "Zor/PROPN | al/PROPN -/PUNCT Bab/PROPN | Borno/PROPN | eastern/ADJ Congo/PROPN | "
    "Khartoum/PROPN | Helmand/PROPN province/NOUN | Sanaa/PROPN | Idlib/PROPN | western/ADJ "
    "Iraq/PROPN | Cabo/PROPN Delgado/PROPN | Kandahar/PROPN | Port/PROPN -/PUNCT au/PROPN -/PUNCT "
    "Prince/PROPN | the/DET West/PROPN Bank/PROPN | Manipur/PROPN",
    "OWNER": "US/PROPN | Israeli/ADJ | Syrian/ADJ | Turkish/ADJ | army/NOUN | government/NOUN | "
    "Taliban/PROPN | Houthi/ADJ | rebel/NOUN | Russian/ADJ | Kurdish/ADJ | police/NOUN | "
    "coalition/NOUN | Saudi/ADJ | U.S./PROPN | Iraqi/ADJ | militia/NOUN | security/NOUN | "
    "Hamas/PROPN",
    "DAY": "Monday/PROPN | Friday/PROPN | Saturday/PROPN | Thursday/PROPN | Wednesday/PROPN | Jan./PROPN "
    "{N} | March/PROPN {N}",
    "N": "two/NUM | 12/NUM | five/NUM | 30/NUM | 140/NUM | 2,500/NUM | three/NUM | seven/NUM | 1,200/NUM | 40/NUM",
    "HEDGED": "{N} | at/ADP least/ADJ {N} | about/ADV {N} | more/ADJ than/ADP {N} | nearly/ADV {N} | up/ADP "
    "to/ADP {N} | some/DET {N} | several/ADJ | around/ADV {N}",
    "ORG": "CENTCOM/PROPN | the/DET army/NOUN | the/DET ministry/NOUN | state/NOUN media/NOUN | a/DET "
    "spokesman/NOUN | the/DET United/ADJ Nations/PROPN | the/DET governor/NOUN | witnesses/NOUN | "
    "officials/NOUN | police/NOUN | the/DET group/NOUN",
    "WHO": "{GROUP} | {OWNER} {GROUP} | {OWNER} forces/NOUN | unidentified/ADJ gunmen/NOUN | Iran/PROPN "
    "-/PUNCT backed/VERB {GROUP} | {OWNER} -/PUNCT led/VERB forces/NOUN | the/DET {OWNER} "
    "army/NOUN | {OWNER} jets/NOUN | armed/ADJ men/NOUN | {OWNER} warplanes/NOUN",
    "WHAT": "a/DET {SITE} | the/DET {OWNER} {SITE} | {OWNER} {GROUP} | a/DET {SITE} in/ADP {PLACE} | "
    "{PLACE} | an/DET aid/NOUN {SITE} | a/DET {SITE} housing/VERB {OWNER} troops/NOUN | {OWNER} "
    "positions/NOUN | two/NUM {OWNER} {SITE}",
    "WHEN": "on/ADP {DAY} | on/ADP {DAY} morning/NOUN | late/ADV on/ADP {DAY} | yesterday/NOUN | at/ADP "
    "dawn/NOUN | overnight/ADV",
    "TOLD": ",/PUNCT {ORG} said/VBD | ,/PUNCT {ORG} said/VBD {WHEN} | ,/PUNCT according/VERB to/ADP {ORG} |  |  |  |",
}
_TEMPLATES = """
{WHO} {PAST} {WHAT} {WHEN} {TOLD} ./PUNCT
{WHO} {PAST} {WHAT} ,/PUNCT {ING} {HEDGED} {VICTIMS} {TOLD} ./PUNCT
{WHO} {BASE} {WHAT} ,/PUNCT {ING} {N}
{WHO} {BASE} {WHAT}
{WHO} {BASE} {PLACE} {SITE}
{WHO} are/AUX {ING} {WHAT} {TOLD} ./PUNCT
{WHO} have/AUX {PART} {WHAT} {TOLD} ./PUNCT
{WHO} vowed/VBD to/PART {BASE} {WHAT} ./PUNCT
{WHO} will/AUX {BASE} {WHAT} if/SCONJ they/PRON {BASE} again/ADV {TOLD} ./PUNCT
{WHO} tried/VBD to/PART {BASE} {WHAT} {WHEN} ./PUNCT
{WHO} did/AUX not/PART {BASE} {WHAT} {TOLD} ./PUNCT
{WHO} {MEET} with/ADP {WHO} in/ADP {PLACE}
{WHO} {MEETPAST} with/ADP {OWNER} {GROUP} {WHEN} {TOLD} ./PUNCT
{WHO} {MEETPAST} in/ADP {PLACE} {WHEN} ./PUNCT
{WHO} continue/VERB to/PART {MEET} in/ADP {PLACE} ./PUNCT
The/DET {SITE} was/AUX {PART} by/ADP {WHO} {WHEN} ./PUNCT
The/DET {GROUP} were/AUX {PART} in/ADP {PLACE} {WHEN} {TOLD} ./PUNCT
{HEDGED} {VICTIMS} were/AUX killed/VERB and/CCONJ {N} wounded/VBN in/ADP {PLACE} {TOLD} ./PUNCT
{HEDGED} {VICTIMS} were/AUX wounded/VERB in/ADP the/DET {EVENT} {TOLD} ./PUNCT
{HEDGED} {VICTIMS} were/AUX injured/VERB when/ADV a/DET {ARM} hit/VBD a/DET {SITE} {TOLD} ./PUNCT
The/DET {EVENT} left/VBD {N} {VICTIMS} dead/ADJ and/CCONJ {N} wounded/ADJ ./PUNCT
{HEDGED} {VICTIMS} were/AUX dead/ADJ and/CCONJ {N} injured/VERB {TOLD} ./PUNCT
{MEANS} {EVENT} kills/VERB {N} in/ADP {PLACE}
{MEANS} {EVENT} on/ADP {SITE} injures/VERB {VICTIMS}
{MEANS} {EVENT} injures/VERB {OWNER} {VICTIMS} in/ADP {PLACE}
{OWNER} {EVENT} injures/VERB {VICTIMS} in/ADP {PLACE}
{OWNER} -/PUNCT backed/VERB {EVENT} injures/VERB {VICTIMS}
{OWNER} {MEANS} {EVENTS} kill/VERB {N} {VICTIMS} in/ADP {PLACE}
{OWNER} {EVENTS} hit/VBD {PLACE}
{OWNER} {EVENTS} target/VERB {SITE} in/ADP {PLACE}
{N} killed/VBN in/ADP {PLACE} {EVENT}
{N} dead/ADJ ,/PUNCT {N} wounded/ADJ in/ADP {PLACE} {MEANS} {EVENT}
{N} dead/ADJ in/ADP {MEANS} {EVENT} near/ADP {PLACE}
Death/NOUN toll/NOUN in/ADP {PLACE} {EVENT} rises/VERB to/ADP {N}
{PLACE} {EVENT} toll/NOUN rises/VERB
{WHO} claim/VERB {PLACE} {EVENT}
{WHO} deny/VERB {MEANS} {EVENT} on/ADP {PLACE}
{ORG} condemns/VERB {EVENT} on/ADP {SITE}
A/DET {MEANS} {EVENT} on/ADP {WHAT} killed/VBD {HEDGED} {VICTIMS} {WHEN} {TOLD} ./PUNCT
The/DET {EVENT} on/ADP {WHAT} {WHEN} was/AUX claimed/VERB by/ADP {WHO} ./PUNCT
The/DET {EVENT} killed/VBD {HEDGED} {VICTIMS} {TOLD} ./PUNCT
An/DET {EVENT} by/ADP {WHO} wounded/VBD {HEDGED} {VICTIMS} ./PUNCT
{HEDGED} {EVENTS} were/AUX carried/VERB out/ADP against/ADP {WHAT} since/ADP mid/ADJ -/PUNCT June/PROPN
{OWNER} {VICTIMS} have/AUX come/VERB under/ADP {HEDGED} {MEANS} and/CCONJ {MEANS} {EVENTS} {TOLD} ./PUNCT
A/DET {ARM} fired/VBN by/ADP {WHO} hit/VBD {WHAT} {WHEN} ./PUNCT
{ARMS} fired/VBN from/ADP {PLACE} {PAST} {WHAT} {TOLD} ./PUNCT
{WHO} fired/VBD {HEDGED} {ARMS} at/ADP {WHAT} {WHEN} ./PUNCT
{WHO} opened/VBD fire/NOUN on/ADP {WHAT} ,/PUNCT {ING} {N} ./PUNCT
{WHO} came/VBD under/ADP {MEANS} fire/NOUN in/ADP {PLACE} {TOLD} ./PUNCT
{WHO} fire/VERB {ARMS} at/ADP {PLACE}
{WHO} fire/VERB on/ADP {GROUP} in/ADP {PLACE}
{ARMS} rain/VERB on/ADP {PLACE}
A/DET {ARM} exploded/VBD near/ADP a/DET {SITE} in/ADP {PLACE} {WHEN} ./PUNCT
A/DET {ARM} struck/VBD a/DET {SITE} {WHEN} ,/PUNCT {ING} {HEDGED} {VICTIMS} ./PUNCT
The/DET {ARM} was/AUX shot/VERB down/ADP over/ADP {PLACE} {TOLD} ./PUNCT
{WHO} shot/VBD down/ADP a/DET {OWNER} drone/NOUN over/ADP {PLACE} ./PUNCT
The/DET {MEANS} {EVENT} targeted/VBD {WHAT} ./PUNCT
The/DET target/NOUN of/ADP the/DET {EVENT} was/AUX {WHAT} ./PUNCT
{ORG} said/VBD the/DET {EVENTS} hit/VBD {HEDGED} targets/NOUN in/ADP {PLACE} ./PUNCT
{ORG} said/VBD {WHO} {PAST} {WHAT} {WHEN} ./PUNCT
{ORG} said/VBD that/SCONJ the/DET {EVENT} killed/VBD {HEDGED} {VICTIMS} ./PUNCT
{ORG} claimed/VBD the/DET {EVENT} in/ADP a/DET statement/NOUN published/VBN on/ADP Telegram/PROPN ./PUNCT
{ORG} claimed/VBD responsibility/NOUN for/ADP the/DET {EVENT} {WHEN} ./PUNCT
No/DET group/NOUN has/AUX claimed/VERB responsibility/NOUN for/ADP the/DET {MEANS} {EVENT} ./PUNCT
{HEDGED} {VICTIMS} are/AUX undergoing/VERB evaluation/NOUN for/ADP injuries/NOUN {TOLD} ./PUNCT
The/DET {GROUP} ,/PUNCT backed/VBN by/ADP {OWNER} warplanes/NOUN ,/PUNCT {PAST} {WHAT} ./PUNCT
Thousands/NOUN {MEET} in/ADP {PLACE} over/ADP {MEANS} {EVENT}
Thousands/NOUN of/ADP people/NOUN {MEETPAST} {WHEN} to/PART demand/VERB the/DET release/NOUN of/ADP {GROUP}
Police/NOUN fired/VBD tear/NOUN gas/NOUN at/ADP {GROUP} in/ADP {PLACE} {WHEN} ./PUNCT
The/DET {GROUP} fear/VERB more/ADJ {EVENTS} {TOLD} ./PUNCT
{WHO} seize/VERB control/NOUN of/ADP {PLACE}
{WHO} seized/VBD control/NOUN of/ADP the/DET {SITE} {TOLD} ./PUNCT
{WHO} control/VERB most/ADJ of/ADP {PLACE} ./PUNCT
{WHO} advance/VERB on/ADP {PLACE} as/SCONJ {EVENTS} continue/VERB
{WHO} launch/VERB offensive/NOUN in/ADP {PLACE}
{WHO} launched/VBD an/DET offensive/NOUN on/ADP {PLACE} {WHEN} ./PUNCT
The/DET launch/NOUN of/ADP the/DET {ARM} was/AUX detected/VERB {WHEN} ./PUNCT
The/DET death/NOUN toll/NOUN from/ADP the/DET {EVENT} rose/VBD to/ADP {N} {WHEN} ./PUNCT
{HEDGED} {VICTIMS} remain/VERB missing/ADJ after/ADP the/DET {EVENT} {TOLD} ./PUNCT
{HEDGED} of/ADP the/DET wounded/ADJ were/AUX in/ADP hospital/NOUN {TOLD} ./PUNCT
The/DET dead/ADJ included/VBD {HEDGED} {VICTIMS} ./PUNCT
The/DET {ONE} died/VBD in/ADP the/DET {EVENT} ./PUNCT
A/DET {ONE} was/AUX {PART} near/ADP {PLACE} {WHEN} ./PUNCT
A/DET {ONE} {PAST} {WHAT} before/ADP dawn/NOUN ./PUNCT
{ONE} {THIRD} {N} {VICTIMS} in/ADP {PLACE}
{ONE} {THIRD} {SITE} in/ADP {PLACE}
{OWNER} army/NOUN {THIRD} {SITE} in/ADP {PLACE}
{PLACE} {EVENT} :/PUNCT {N} killed/VBN ,/PUNCT {N} hurt/VERB
{PLACE} reports/VERB {MEANS} {EVENTS}
{ORG} reports/VERB {N} {EVENTS} in/ADP {PLACE}
Reports/NOUN of/ADP {EVENTS} in/ADP {PLACE} could/AUX not/PART be/AUX verified/VERB ./PUNCT
{WHO} resume/VERB {EVENTS} on/ADP {PLACE}
{ING} {WHAT} is/AUX a/DET war/NOUN crime/NOUN {TOLD} ./PUNCT
The/DET shelling/NOUN of/ADP {PLACE} by/ADP {WHO} killed/VBD {HEDGED} {VICTIMS} ./PUNCT
The/DET fighting/NOUN in/ADP {PLACE} has/AUX displaced/VERB {HEDGED} {VICTIMS} ./PUNCT
Heavy/ADJ fighting/NOUN was/AUX reported/VERB in/ADP {PLACE} {WHEN} ./PUNCT
The/DET {OWNER} {SITE} in/ADP {PLACE} 's/PART old/ADJ city/NOUN was/AUX {PART} {WHEN} ./PUNCT
The/DET base/NOUN 's/PART air/NOUN defense/NOUN systems/NOUN intercepted/VBD most/ADJ of/ADP the/DET {ARMS} ./PUNCT
The/DET {VICTIMS} {PART} in/ADP the/DET {EVENT} were/AUX buried/VERB {WHEN} ./PUNCT
The/DET {VICTIMS} {PART} by/ADP {WHO} {WHEN} were/AUX from/ADP {PLACE} {TOLD} ./PUNCT
{ORG} said/VBD the/DET {SITE} {PART} {WHEN} was/AUX empty/ADJ ./PUNCT
{ORG} said/VBD a/DET {ONE} {PART} in/ADP {PLACE} had/AUX died/VERB ./PUNCT
Among/ADP those/PRON {PART} in/ADP the/DET {EVENT} were/AUX {HEDGED} {VICTIMS} ./PUNCT
A/DET {ARM} launched/VBN from/ADP {PLACE} {PAST} {WHAT} {WHEN} ./PUNCT
A/DET {ARM} planted/VBN by/ADP {WHO} exploded/VBD near/ADP a/DET {SITE} ./PUNCT
A/DET group/NOUN backed/VBN by/ADP {PLACE} and/CCONJ affiliated/VBN with/ADP {WHO} claimed/VBD the/DET {EVENT} ./PUNCT
{WHO} ,/PUNCT a/DET network/NOUN of/ADP {GROUP} based/VBN in/ADP {PLACE} ,/PUNCT denied/VBD the/DET {EVENT} ./PUNCT
{WHO} {PAST} {WHAT} and/CCONJ {PAST} {HEDGED} {VICTIMS} {TOLD} ./PUNCT
{WHO} {PAST} {WHAT} held/VBN by/ADP {OWNER} {GROUP} ./PUNCT
Footage/NOUN posted/VBN on/ADP Telegram/PROPN showed/VBD {WHAT} ./PUNCT
{HEDGED} {VICTIMS} ,/PUNCT including/VERB {N} {PART} {WHEN} ,/PUNCT died/VBD in/ADP hospital/NOUN ./PUNCT
{WHO} {MEETPAST} with/ADP {WHO} near/ADP the/DET {SITE} ,/PUNCT {ORG} reported/VBD ./PUNCT
The/DET {EVENT} that/PRON {PAST} {WHAT} {WHEN} {PAST} {HEDGED} {VICTIMS} ./PUNCT
{ORG} blamed/VBD {WHO} for/ADP the/DET {EVENT} ,/PUNCT the/DET third/ADJ reported/VBN in/ADP {PLACE} ./PUNCT
A/DET network/NOUN of/ADP shadow/NOUN {OWNER} {GROUP} {PAST} {WHAT} ./PUNCT
{VICTIMS} wounded/VBN in/ADP the/DET {EVENT} were/AUX taken/VERB to/ADP {PLACE} ./PUNCT
{WHO} {PAST} {WHAT} since/ADP mid/ADJ -/PUNCT October/PROPN {TOLD} ./PUNCT
{HEDGED} {VICTIMS} were/AUX killed/VERB due/ADP to/ADP {EVENTS} with/ADP {WHO} ./PUNCT
{HEDGED} {VICTIMS} were/AUX killed/VERB in/ADP {EVENTS} with/ADP {WHO} in/ADP {PLACE} {TOLD} ./PUNCT
{HEDGED} {VICTIMS} were/AUX {PART} after/ADP {EVENTS} between/ADP {WHO} and/CCONJ {WHO} ./PUNCT
{EVENTS} broke/VBD out/ADP between/ADP {WHO} and/CCONJ {WHO} {WHEN} ./PUNCT
{EVENTS} erupted/VBD in/ADP {PLACE} {WHEN} {TOLD} ./PUNCT
{WHO} withdrew/VBD after/ADP {EVENTS} and/CCONJ {MEANS} {EVENTS} ./PUNCT
{MEANS} bomb/NOUN blast/NOUN near/ADP {SITE} kills/VERB {N}
{N} {VICTIMS} died/VBD in/ADP a/DET {MEANS} bomb/NOUN blast/NOUN near/ADP a/DET {SITE} {TOLD} ./PUNCT
The/DET {SITE} was/AUX manned/VERB by/ADP {WHO} ./PUNCT
{WHO} patrol/VERB the/DET road/NOUN near/ADP {PLACE} ./PUNCT
A/DET {SITE} manned/VBN by/ADP {WHO} came/VBD under/ADP {MEANS} attack/NOUN ./PUNCT
The/DET {EVENT} ,/PUNCT the/DET latest/ADJ in/ADP a/DET wave/NOUN of/ADP {EVENTS} ,/PUNCT hit/VBD {PLACE}
{GROUP} believed/VBN to/PART be/AUX {WHO} killed/VBD {N} {VICTIMS} ./PUNCT
{WHO} {BASE} {SITE} in/ADP {PLACE}
{GROUP} {BASE} {SITE} in/ADP {PLACE}
{GROUP} {BASE} {VICTIMS} near/ADP {PLACE}
{GROUP} {BASE} homes/NOUN in/ADP {PLACE}
{OWNER} {GROUP} {BASE} {OWNER} {SITE}
Overnight/ADJ {EVENTS} on/ADP the/DET {SITE} {PAST} {HEDGED} {VICTIMS} ./PUNCT
Fresh/ADJ {EVENTS} in/ADP {PLACE} left/VBD {N} dead/ADJ ./PUNCT
{MEANS} {EVENTS} on/ADP {PLACE} lasted/VBD {N} hours/NOUN {TOLD} ./PUNCT
{ARM} {THIRD} {SITE} in/ADP {PLACE}
{ARM} {THIRD} {MEANS} depot/NOUN near/ADP {PLACE}
{OWNER} {ARM} {THIRD} {SITE} near/ADP {PLACE} ,/PUNCT {ING} {N}
{GROUP} {BASE} patrol/NOUN in/ADP {PLACE}
{PLACE} was/AUX calm/ADJ on/ADP {DAY} ./PUNCT
{PLACE} fell/VBD to/ADP {WHO} {WHEN} ./PUNCT
"""
_FINE = ("VBD", "VBN")  # a past tense and a participle that have no auxiliary
_SLOT = re.compile(r"\{(\w+)\}")


def newslines(random: Random, copies: int) -> Iterator[TaggedSentence]:
    """Yield every template so many times, its slots filled at random."""
    lists = _lists()
    for template in _TEMPLATES.strip().split("\n"):
        for _ in range(copies):
            line = template
            while "{" in line:
                line = _SLOT.sub(lambda slot: random.choice(lists[slot[1]]), line)
            pairs = [pair.rsplit("/", 1) for pair in line.split()]
            words = [word for word, _ in pairs]
            if template.endswith("./PUNCT") or random.random() < 0.7:
                words[0] = words[0][0].upper() + words[0][1:]
            fine = tuple(tag for _, tag in pairs)
            yield TaggedSentence(tuple(words), tuple("VERB" if tag in _FINE else tag for tag in fine), fine)


def _lists() -> dict[str, list[str]]:
    lists = {name: [part.strip() for part in text.split("|")] for name, text in _NAMES.items()}
    for name, words in _NOUNS.items():
        lists[name] = [f"{word}/NOUN" for word in words.split()]
    acts, meets = (_forms(text) for text in (_ACTS, _MEETS))
    lists |= {name: [row[k] for row in acts] for name, k in (("BASE", 0), ("THIRD", 1), ("PAST", 2), ("ING", 3))}
    lists["PART"] = [f"{word[:-1]}N" for word in lists["PAST"]]
    lists |= {"MEET": [row[0] for row in meets], "MEETPAST": [row[2] for row in meets]}
    return lists


def _forms(text: str) -> list[list[str]]:
    tags = ("VERB", "VERB", "VBD", "VERB")
    return [[f"{word}/{tag}" for word, tag in zip(row.split(), tags, strict=True)] for row in text.split(";")]
