import type { AuditEvent } from "@cloudpbx/contracts/api/audit";
import type { Invitation, User } from "@cloudpbx/contracts/api/people";
import { type Scope, scopes } from "@cloudpbx/contracts/api/scopes";
import { expect, it } from "vitest";
import { compareChange, isOutcomeUnknown } from "../../src/screens/settings/audit/domain/compare-change.ts";
import { describeChange } from "../../src/screens/settings/audit/domain/describe-change.ts";
import { formatValue } from "../../src/screens/settings/audit/domain/format-value.ts";
import { nameField } from "../../src/screens/settings/audit/domain/name-field.ts";
import { readFilter, toQuery } from "../../src/screens/settings/audit/filter.ts";
import { expiryOf, presetOf, scopesOf } from "../../src/screens/settings/keys/domain/key-scopes.ts";
import { describeSource } from "../../src/screens/settings/opt-outs/words.ts";
import {
	arrangeActive,
	arrangeInactive,
	arrangeInvitations,
	isLastOwner,
	isLower,
} from "../../src/screens/settings/people/domain/arrange-people.ts";
import { scopeGroups } from "../../src/words/scopes.ts";

const userOf = (id: string, change: Partial<User> = {}): User => ({
	id,
	name: id,
	email: `${id}@acme.example`,
	role: "agent",
	extension: null,
	version: 1,
	createdAt: "2026-01-01T00:00:00.000Z",
	deactivatedAt: null,
	...change,
});

it("lists owners first, then by name, and apart from those who left", () => {
	const users = [
		userOf("sam"),
		userOf("ana"),
		userOf("olive", { role: "owner" }),
		userOf("left", { deactivatedAt: "2026-02-01T00:00:00.000Z" }),
		userOf("omar", { role: "admin" }),
	];
	expect(arrangeActive(users).map(({ id }) => id)).toEqual(["olive", "omar", "ana", "sam"]);
	expect(arrangeInactive(users).map(({ id }) => id)).toEqual(["left"]);
});

it("shows invitations that wait, not those that were accepted", () => {
	const invitationOf = (id: string, acceptedAt: string | null) =>
		({ id, acceptedAt, createdAt: id }) as Invitation;
	expect(
		arrangeInvitations([invitationOf("1", null), invitationOf("2", "x"), invitationOf("3", null)]),
	).toEqual([invitationOf("3", null), invitationOf("1", null)]);
});

it("knows the last owner: one who left does not count", () => {
	const olive = userOf("olive", { role: "owner" });
	const second = userOf("second", { role: "owner" });
	const left = userOf("left", { role: "owner", deactivatedAt: "2026-02-01T00:00:00.000Z" });
	expect(isLastOwner(olive, [olive, left])).toBe(true);
	expect(isLastOwner(olive, [olive, second])).toBe(false);
	expect(isLastOwner(userOf("ana"), [olive])).toBe(false);
});

it("asks only about lower roles", () => {
	expect([isLower("owner", "admin"), isLower("admin", "agent")]).toEqual([true, true]);
	expect([isLower("agent", "admin"), isLower("agent", "agent")]).toEqual([false, false]);
});

it("offers every scope once", () => {
	expect(scopeGroups.flatMap((group) => group.scopes).sort()).toEqual([...scopes].sort());
});

it("gives by a preset no more than its maker may", () => {
	const mine: Scope[] = ["calls:read", "messages:read", "messages:send", "numbers:write"];
	expect(scopesOf("read", mine)).toEqual(["calls:read", "messages:read"]);
	expect(scopesOf("texting", mine)).toEqual(["messages:read", "messages:send"]);
	expect(scopesOf("everything", mine)).toEqual(mine);
	expect(presetOf(["messages:send", "messages:read"], mine)).toBe("texting");
	expect(presetOf(["numbers:write"], mine)).toBeNull();
});

it("lets a key end after days, or never", () => {
	const now = Date.parse("2026-11-29T12:00:00Z");
	expect(expiryOf(90, now)).toBe("2027-02-27T12:00:00.000Z");
	expect(expiryOf(null, now)).toBeNull();
});

const eventOf = (change: Partial<AuditEvent>): AuditEvent => ({
	id: "aud_1",
	at: "2026-11-29T12:00:00.000Z",
	actor: { kind: "user", id: "usr_olive", name: "Olive" },
	action: "settings.update",
	target: { kind: "settings", id: null },
	before: null,
	after: null,
	requestId: null,
	...change,
});

const nameOf = (id: string) => ({ usr_jane: "Jane Smith", ext_1: "101 Jane Smith" })[id];

it("tells a change of settings by its fields", () => {
	const event = eventOf({
		before: { greeting: "a", ringSeconds: 20 },
		after: { greeting: "b", ringSeconds: 30 },
	});
	expect(describeChange(event, nameOf)).toBe("changed greeting and ring seconds");
	expect(describeChange(eventOf({}), nameOf)).toBe("changed the settings");
});

it("names what was changed as it was called then, or as it is called now", () => {
	const made = { ext: "104", name: "Nora Park", email: "nora@acme.example" };
	const created = eventOf({
		action: "extension.create",
		target: { kind: "extension", id: "ext_9" },
		after: made,
	});
	expect(describeChange(created, nameOf)).toBe("created the extension 104 Nora Park");
	const updated = eventOf({
		action: "user.update",
		target: { kind: "user", id: "usr_jane" },
		before: { role: "agent" },
		after: { role: "admin" },
	});
	expect(describeChange(updated, nameOf)).toBe("changed role of Jane Smith");
	const bought = eventOf({ action: "number.buy", after: { number: "+12125550144" } });
	expect(describeChange(bought, nameOf)).toBe("bought (212) 555-0144");
	expect(describeChange(eventOf({ action: "number.buy" }), nameOf)).toBe("bought a number");
});

it("says plainly what it does not know", () => {
	expect(describeChange(eventOf({ action: "ghost.appear" }), nameOf)).toBe("did “ghost.appear”");
});

it("compares before and after by field, and keeps the outcome apart", () => {
	const event = eventOf({
		before: { name: "A", department: "Sales" },
		after: { name: "B", department: "Sales", outcome: "unknown" },
	});
	expect(compareChange(event)).toEqual([{ field: "name", before: "A", after: "B" }]);
	expect([isOutcomeUnknown(event), isOutcomeUnknown(eventOf({}))]).toEqual([true, false]);
});

it("writes fields and values for people", () => {
	expect([nameField("ringSeconds"), nameField("forwardTo"), nameField("name")]).toEqual([
		"Ring seconds",
		"Telephone",
		"Name",
	]);
	expect([undefined, null, "", true, [], ["a", false], "+14155550151", 3].map(formatValue)).toEqual([
		"–",
		"Nothing",
		"Nothing",
		"Yes",
		"Nothing",
		"a, No",
		"(415) 555-0151",
		"3",
	]);
});

it("reads the filter from the address: an id only with its kind, a day as both ends", () => {
	expect(readFilter(new URLSearchParams("targetId=num_1&actorId=usr_1&x=1"))).toEqual({ actorId: "usr_1" });
	const filter = readFilter(new URLSearchParams("targetKind=number&targetId=num_1&day=2026-11-29"));
	expect(toQuery(filter)).toEqual({
		targetKind: "number",
		targetId: "num_1",
		from: "2026-11-29",
		to: "2026-11-29",
	});
});

it("says how an opt-out came about, in whose words, and who lifted it", () => {
	const none = { words: null, reason: null, by: null };
	expect(describeSource({ ...none, source: "keyword", words: "STOP" })).toBe("Texted a keyword: “STOP”");
	expect(describeSource({ ...none, source: "carrier" })).toBe("Reported by the carrier");
	expect(describeSource({ ...none, source: "person", by: "Jane", reason: "Asked." })).toBe(
		"Added by Jane: Asked.",
	);
	expect(describeSource({ ...none, kind: "opt_in", source: "person", by: "Jane" })).toBe("Lifted by Jane");
	expect(describeSource({ ...none, source: "import", by: "Olive" })).toBe("Imported by Olive");
});
