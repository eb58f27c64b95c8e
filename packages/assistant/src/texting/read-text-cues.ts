import { foldWords } from "@cloudpbx/domain/directory/split-words";

const person = pattern(
	`(?:talk|speak|chat|text|write|connect|transfer|reach|get|put|pass) (?:\\w+ )?(?:(?:to|with|through|hold|of|me) ){0,3}(?:an? |the |your |some )?(?:(?:real|live|actual|human) )?(?:person|human|humans|human being|someone|somebody|anyone|agent|representative|rep|operator|manager|supervisor|employee|staff|people)|
	(?:real|live|actual) (?:person|human|people)|(?:want|need|prefer|get me|give me) (?:an? )?(?:human|person|agent|representative|operator|manager)|
	(?:please )?(?:call|ring|phone) me(?: back)?(?: please)?|give me a call|
	hablar con (?:una? )?(?:persona|alguien|humano|agente|representante|encargad[oa]|gerente|asesor)|persona real|quiero (?:una persona|un humano)|llamenme|llameme|
	parler (?:a|avec) (?:une? )?(?:personne|quelquun|humain|conseiller|responsable|agent)|vrai(?:e)? (?:personne|humain)|rappelez moi|
	(?:mit )?(?:einem |einer )?(?:menschen|jemandem|mitarbeiter|mitarbeiterin|person|chef) (?:sprechen|reden|schreiben)|echten menschen|rufen sie mich`,
);
const personAlone =
	/^(?:an? )?(?:human|person|agent|representative|operator|manager|humano|persona|agente|operadora?|mensch|mitarbeiter|conseiller|humain)(?: (?:please|now|por favor|bitte))?$/;
const complaint = pattern(
	`complain(?:t|ts|ing)?|unacceptable|outrageous|furious|disgust(?:ed|ing)|scam(?:med|mer|mers)?|rip ?off|lawyer|attorney|lawsuit|sue you|report you|better business bureau|
	(?:worst|terrible|horrible|awful) (?:service|company|experience|support)|(?:want|give me|need) (?:an? |my |a full )?(?:refund|money back)|
	queja|quejarme|reclamo|reclamacion|inaceptable|abogad[oa]|estafa|mi dinero|
	plainte|inacceptable|scandaleux|arnaque|avocat|remboursez|
	beschwerde|beschweren|unverschamt\\w*|inakzeptabel|anwalt|betrug|mein geld zuruck`,
);

/** True when a person is clearly asked for. */
export function asksForPerson(text: string): boolean {
	const words = foldWords(text).join(" ");
	return person.test(words) || personAlone.test(words);
}

/** True for anger about the company. The company's own words do not count: a lawyer's, say. */
export function isComplaint(text: string, companyTexts: readonly string[]): boolean {
	const found = complaint.exec(foldWords(text).join(" "))?.[0];
	return found !== undefined && !foldWords(companyTexts.join(" ")).join(" ").includes(found);
}

function pattern(alternatives: string): RegExp {
	return new RegExp(`\\b(?:${alternatives.replace(/\|\s+/g, "|")})\\b`);
}
