import type { Extension } from "@cloudpbx/contracts/extensions/extensions";
import type { PhoneNumber } from "@cloudpbx/contracts/extensions/numbers";
import { expect, it } from "vitest";
import { valuesInConflict } from "../../src/domain/values-in-conflict.ts";
import { formChange, formOf } from "../../src/screens/extensions/domain/form-change.ts";
import { arrangeNumbers, findMainLine } from "../../src/screens/extensions/domain/main-line.ts";
import {
	candidatesOf,
	countPhones,
	groupsOf,
	moveMember,
} from "../../src/screens/extensions/domain/members.ts";
import { nextFreeKeys } from "../../src/screens/extensions/domain/next-free-keys.ts";
import { pollDelay } from "../../src/screens/extensions/domain/poll-delay.ts";
import { extensionOf } from "../../stage/fixtures/company/extensions.ts";

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

it("moves a member to a place, and never out of the list", () => {
	expect(moveMember(["101", "102", "103"], 0, 2)).toEqual(["102", "103", "101"]);
	expect(moveMember(["101", "102", "103"], 2, 1)).toEqual(["101", "103", "102"]);
	expect(moveMember(["101", "102"], 0, -1)).toEqual(["101", "102"]);
	expect(moveMember(["101", "102"], 1, 9)).toEqual(["101", "102"]);
});

it("knows who could be a member, and how many telephones ring", () => {
	const sam: Extension = { ...jane, id: "ext_2", ext: "102", forwardTo: null };
	const left: Extension = { ...jane, id: "ext_3", ext: "103", status: "inactive" };
	const sales: Extension = { ...jane, id: "ext_4", ext: "110", kind: "group", members: ["101", "102"] };
	const all = [sales, left, sam, { ...jane, alsoRing: ["+14155550152"] }];
	expect(candidatesOf(all, ["101"])).toEqual([sam]);
	expect(countPhones(all, ["101", "102", "103"])).toBe(2);
	expect(groupsOf(all, sam)).toEqual([sales]);
	expect(groupsOf(all, sales)).toEqual([]);
});

const jane = extensionOf({
	id: "ext_1",
	purpose: "Prices and quotes",
	number: null,
	numberId: null,
	areaCode: null,
	version: 3,
});

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
	expect(formChange(jane, { ...form, alsoRing: [" ", ""], greeting: " " })).toBeNull();
	const phones = { alsoRing: [" (415) 555-0152", ""], ringSeconds: "30", greeting: "Hi" };
	expect(formChange(jane, { ...form, ...phones })).toEqual({
		alsoRing: ["(415) 555-0152"],
		ringSeconds: 30,
		greeting: "Hi",
	});
	expect(formChange(jane, { ...form, forwardTo: "", alsoRing: ["(415) 555-0152"] })).toEqual({
		forwardTo: "(415) 555-0152",
	});
	expect(formChange(jane, { ...form, members: ["102"], ringing: "in_order" })).toBeNull();
	const group: Extension = { ...jane, kind: "group", forwardTo: null, email: "", members: ["101", "102"] };
	expect(formChange(group, { ...formOf(group), email: "x", members: ["102", "101"] })).toEqual({
		members: ["102", "101"],
	});
});

it("names the fields that somebody else saved otherwise", () => {
	const sent = { name: "Jane", department: "Sales", forwardTo: null, version: 2 };
	expect(valuesInConflict({ ...jane, department: "Sales" }, sent)).toEqual([
		{ field: "name", theirs: "Jane Smith", yours: "Jane" },
		{ field: "forwardTo", theirs: "+14155550151", yours: null },
	]);
});
