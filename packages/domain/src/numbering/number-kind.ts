import type { NumberKind } from "@cloudpbx/contracts/extensions/numbers";

/** North America's toll-free prefixes (nanpa.com, 8XX codes; 822 is reserved). */
const tollFreeCode = /^8(?:00|33|44|55|66|77|88)$/;

export function isTollFreeCode(areaCode: string): boolean {
	return tollFreeCode.test(areaCode);
}

/** Returns the three digits after +1; null outside North America. */
export function areaCodeOf(number: string): string | null {
	return /^\+1(\d{3})\d{7}$/.exec(number)?.[1] ?? null;
}

export function numberKindOf(number: string): NumberKind {
	const areaCode = areaCodeOf(number);
	return areaCode !== null && isTollFreeCode(areaCode) ? "toll_free" : "local";
}
