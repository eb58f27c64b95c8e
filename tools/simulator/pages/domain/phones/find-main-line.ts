/** The toll-free number, otherwise the first. */
export function findMainLine<Listed extends { phoneNumber: string }>(
	numbers: readonly Listed[],
): Listed | null {
	return numbers.find((one) => /^\+18(00|33|44|55|66|77|88)/.test(one.phoneNumber)) ?? numbers[0] ?? null;
}
