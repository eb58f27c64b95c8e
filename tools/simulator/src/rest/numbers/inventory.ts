import type { NetworkContext } from "../../context.ts";
import type { PhoneNumber } from "../../numbers.ts";

export const tollFreeCodes: readonly string[] = ["800", "833", "844", "855", "866", "877", "888"];
/** Twilio's magic area code of which nothing is left. */
const emptyAreaCode = "533";
/** Numbers on offer in an area code. */
const numbersPerAreaCode = 60;

export function isAreaCode(text: string): boolean {
	return /^[2-9]\d{2}$/.test(text);
}

/** Whether an area code has numbers of a kind at all; N11 codes are services, not places. */
export function hasNumbers(areaCode: string, kind: PhoneNumber["kind"]): boolean {
	if (!isAreaCode(areaCode) || areaCode === emptyAreaCode || /^.11$/.test(areaCode)) return false;
	return tollFreeCodes.includes(areaCode) === (kind === "toll-free");
}

/** The numbers that nobody can buy any more. */
export function listOwned(ctx: NetworkContext): Set<string> {
	return new Set(ctx.numbers.list().map(({ phoneNumber }) => phoneNumber));
}

/** The numbers of an area code that are still to be had, always the same ones in the same order. */
export function listInventory(areaCode: string, owned: ReadonlySet<string>): string[] {
	return Array.from({ length: numbersPerAreaCode }, (_, index) => {
		// Steps that share no factor with the range, so that numbers look scattered and none comes twice.
		const central = 200 + ((Number(areaCode) * 7 + index * 37) % 799);
		const station = (Number(areaCode) * 13 + index * 1117) % 10_000;
		return `+1${areaCode}${central}${String(station).padStart(4, "0")}`;
	}).filter((number) => !owned.has(number));
}
