import type { NetworkContext } from "../../context.ts";
import type { PhoneNumber } from "../../numbers.ts";

export const tollFreeCodes: readonly string[] = ["800", "833", "844", "855", "866", "877", "888"];
const emptyAreaCode = "533";
const numbersPerAreaCode = 60;

export function isAreaCode(text: string): boolean {
	return /^[2-9]\d{2}$/.test(text);
}

/** N11 codes are services, not places. */
export function hasNumbers(areaCode: string, kind: PhoneNumber["kind"]): boolean {
	if (!isAreaCode(areaCode) || areaCode === emptyAreaCode || /^.11$/.test(areaCode)) return false;
	return tollFreeCodes.includes(areaCode) === (kind === "toll-free");
}

export function listOwned(ctx: NetworkContext): Set<string> {
	return new Set(ctx.numbers.list().map(({ phoneNumber }) => phoneNumber));
}

/** Always the same numbers in the same order, without the owned ones. */
export function listInventory(areaCode: string, owned: ReadonlySet<string>): string[] {
	return Array.from({ length: numbersPerAreaCode }, (_, index) => {
		// The steps share no factor with the range: numbers look scattered and none comes twice.
		const central = 200 + ((Number(areaCode) * 7 + index * 37) % 799);
		const station = (Number(areaCode) * 13 + index * 1117) % 10_000;
		return `+1${areaCode}${central}${String(station).padStart(4, "0")}`;
	}).filter((number) => !owned.has(number));
}
