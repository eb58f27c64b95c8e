import { septetsOf } from "../segments/gsm-alphabet.ts";

const charactersMax = 160;
/** 47 CFR 64.1200(a)(12): one text, no marketing, within five minutes of the request. */
const rest = ": You are unsubscribed and will get no more texts from us. Reply START to get them again.";

/** The answer to an opt-out that the carrier does not answer; one GSM-7 segment, a long name is shortened. */
export function writeConfirmationText(companyName: string): string {
	const characters = Array.from(companyName.trim().replace(/\s+/g, " ")).flatMap(spellInGsm);
	const name = shorten(characters, charactersMax - rest.length);
	return name === "" ? rest.slice(2) : `${name}${rest}`;
}

function spellInGsm(character: string): string[] {
	if (isBasic(character)) return [character];
	if (character === "’" || character === "‘" || character === "`") return ["'"];
	return Array.from(character.normalize("NFKD")).filter(isBasic);
}

function isBasic(character: string): boolean {
	return character.length === 1 && septetsOf(character.charCodeAt(0)) === 1;
}

function shorten(characters: string[], lengthMax: number): string {
	if (characters.length <= lengthMax) return characters.join("").trim();
	return `${characters
		.slice(0, lengthMax - 3)
		.join("")
		.trim()}...`;
}
