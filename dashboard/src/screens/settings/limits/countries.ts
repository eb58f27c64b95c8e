import { knownCountries } from "@cloudpbx/domain/numbering/country-of-number";

export function readCountries(typed: unknown): string[] {
	if (Array.isArray(typed)) return typed.map(String);
	return [
		...new Set(
			String(typed ?? "")
				.toUpperCase()
				.match(/[\p{L}\p{N}]+/gu) ?? [],
		),
	];
}

/** "Canada, United States". Invalid values stay as they are. */
export function formatCountries(value: unknown): string {
	const names = new Intl.DisplayNames("en", { type: "region", fallback: "code" });
	return readCountries(value)
		.map((code) => (knownCountries.includes(code) ? (names.of(code) ?? code) : code))
		.join(", ");
}

export function findCountryFault(typed: unknown): string | null {
	const unknown = readCountries(typed).filter((code) => !knownCountries.includes(code));
	if (unknown.length === 0) return null;
	return `${unknown.join(", ")}: a country has two letters, such as US, CA or GB.`;
}
