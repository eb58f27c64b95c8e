import type { Choice } from "../../../parts/forms/field.ts";

/** By region. Includes the chosen zone even if the browser does not know it. */
export function groupTimeZones(
	zones: readonly string[],
	chosen: string,
): { group: string; choices: Choice[] }[] {
	const groups = new Map<string, Choice[]>();
	for (const zone of new Set([...zones, "UTC", chosen])) {
		const [region, ...place] = zone.split("/");
		const group = place.length === 0 || region === undefined ? "Other" : region;
		const label = (place.length === 0 ? zone : place.join(", ")).replaceAll("_", " ");
		groups.set(group, [...(groups.get(group) ?? []), { value: zone, label }]);
	}
	return [...groups].map(([group, choices]) => ({
		group,
		choices: choices.sort((one, other) => one.label.localeCompare(other.label)),
	}));
}
