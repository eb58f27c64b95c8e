import { expect, it } from "vitest";
import { mergeTimelines } from "../../../pages/domain/calls/merge-timelines.ts";

const line = (atMilliseconds: number, label: string, of: string) => ({ atMilliseconds, label, of });

it("orders the lines of several calls by time and keeps each call's own order", () => {
	const merged = mergeTimelines([
		[line(0, "Status", "caller"), line(5, "Verb", "caller"), line(5, "Heard", "caller")],
		[line(3, "Status", "leg"), line(9, "Status", "leg")],
	]);
	expect(merged.map(({ of, label }) => `${of} ${label}`)).toEqual([
		"caller Status",
		"leg Status",
		"caller Verb",
		"caller Heard",
		"leg Status",
	]);
});

it("puts what somebody says before what another one hears at the same millisecond", () => {
	const merged = mergeTimelines([[line(7, "Heard", "caller")], [line(7, "Input", "leg")]]);
	expect(merged.map(({ label }) => label)).toEqual(["Input", "Heard"]);
});

it("puts the call before its leg at the same millisecond otherwise", () => {
	const merged = mergeTimelines([[line(7, "Status", "caller")], [line(7, "Status", "leg")]]);
	expect(merged.map(({ of }) => of)).toEqual(["caller", "leg"]);
	expect(mergeTimelines([])).toEqual([]);
});
