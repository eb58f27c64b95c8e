import { ratePerSecondLimits } from "@cloudpbx/contracts/words/setting-limits";
import type { Fields } from "../../../domain/form-draft.ts";
import { numberOf } from "../../../domain/typed-number.ts";
import { formatNumber } from "../../../words/phone-numbers.ts";

/** An empty field means the common rate. Text that is no number yet stays as typed. */
export function setRate(rates: Fields, number: string, typed: number | string): Fields {
	const { [number]: _old, ...rest } = rates;
	return typed === "" ? rest : { ...rest, [number]: typed };
}

export function findRateFaults(rates: Fields = {}): Record<string, string> {
	const { min, max } = ratePerSecondLimits;
	const wrong = Object.entries(rates).filter(([, value]) => {
		const rate = numberOf(value);
		return rate === null || rate < min || rate > max;
	});
	return Object.fromEntries(
		wrong.map(([number]) => [`senderRates.${number}`, `A number from ${min} to ${max}.`]),
	);
}

export function readRates(rates: Fields): Fields {
	return Object.fromEntries(Object.entries(rates).map(([number, value]) => [number, numberOf(value)]));
}

export function formatRates(rates: Fields): string {
	return Object.entries(rates)
		.map(([number, rate]) => `${formatNumber(number)}: ${rate} a second`)
		.join("\n");
}
