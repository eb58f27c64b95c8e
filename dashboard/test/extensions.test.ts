import type { Extension } from "@cloudpbx/contracts/extensions";
import type { PhoneNumber } from "@cloudpbx/contracts/numbers";
import { expect, it } from "vitest";
import { valuesInConflict } from "../src/domain/values-in-conflict.ts";
import { formChange, formOf } from "../src/screens/extensions/domain/form-change.ts";
import { arrangeNumbers, findMainLine } from "../src/screens/extensions/domain/main-line.ts";
import { nextFreeKeys } from "../src/screens/extensions/domain/next-free-keys.ts";
import { pollDelay } from "../src/screens/extensions/domain/poll-delay.ts";

const all = Array.from({ length: 99 }, (_, index) => String(101 + index));

it("gives the lowest keys that nobody has", () => {
	expect(nextFreeKeys([])).toBe("101");
	expect(nextFreeKeys(["101", "103"])).toBe("102");
	expect(nextFreeKeys(all.slice(0, 98))).toBe("199");
	expect(nextFreeKeys(all)).toBeNull();
});

it("looks again after 1, 2 and then every 4 seconds", () => {
	expect([0, 1, 2, 3, 40].map(pollDelay)).toEqual([1000, 2000, 4000, 4000, 4000]);
});

const numberOf = (change: Partial<PhoneNumber> & { id: string }): PhoneNumber => ({
	number: "+14155550101",
	kind: "local",
	extensionId: null,
	extension: null,
	releaseAt: null,
	label: null,
	version: 1,
	createdAt: "2026-01-01T00:00:00.000Z",
	...change,
});

it("takes the toll-free line for the main one, then the oldest; never a person's or one that goes back", () => {
	const older = numberOf({ id: "older" });
	const newer = numberOf({ id: "newer", createdAt: "2026-02-01T00:00:00.000Z" });
	const tollFree = numberOf({ id: "free", kind: "toll_free", createdAt: "2026-03-01T00:00:00.000Z" });
	const persons = numberOf({ id: "jane", kind: "toll_free", extensionId: "ext_1", extension: "101" });
	const leaving = numberOf({ id: "leaving", kind: "toll_free", releaseAt: "2026-12-01T00:00:00.000Z" });
	expect(findMainLine([persons, leaving, newer, older])).toBe(older);
	expect(findMainLine([newer, tollFree, older])).toBe(tollFree);
	expect(findMainLine([persons])).toBeNull();
	const arranged = arrangeNumbers([persons, newer, tollFree, older]).map(({ id }) => id);
	expect(arranged).toEqual(["free", "older", "newer", "jane"]);
});

const jane: Extension = {
	id: "ext_1",
	ext: "101",
	name: "Jane Smith",
	department: "Sales",
	email: "jane@acme.example",
	forwardTo: "+14155550151",
	answerWith: "key",
	purpose: "Prices and quotes",
	number: null,
	numberId: null,
	numberReleaseAt: null,
	areaCode: null,
	status: "active",
	reason: null,
	version: 3,
	createdAt: "2026-01-01T00:00:00.000Z",
	updatedAt: "2026-01-01T00:00:00.000Z",
};

it("sends only what a form changes, and nothing for spaces", () => {
	const form = formOf(jane);
	expect(formChange(jane, form)).toBeNull();
	expect(formChange(jane, { ...form, name: " Jane Smith " })).toBeNull();
	expect(formChange(jane, { ...form, department: "" })).toEqual({ department: "" });
	expect(formChange(jane, { ...form, forwardTo: " ", name: "Jane Ruiz" })).toEqual({
		name: "Jane Ruiz",
		forwardTo: null,
	});
	expect(formChange(jane, { ...form, answerWith: "pickup", purpose: " " })).toEqual({
		answerWith: "pickup",
		purpose: "",
	});
});

it("names the fields that somebody else saved otherwise", () => {
	const sent = { name: "Jane", department: "Sales", forwardTo: null, version: 2 };
	expect(valuesInConflict({ ...jane, department: "Sales" }, sent)).toEqual([
		{ field: "name", theirs: "Jane Smith", yours: "Jane" },
		{ field: "forwardTo", theirs: "+14155550151", yours: null },
	]);
});
