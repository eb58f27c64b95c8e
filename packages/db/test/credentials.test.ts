import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { expect, it } from "vitest";
import { describeGrant, type Grant } from "../src/credentials.ts";

const since = new Date("2026-11-01T12:00:00Z");
const agent: Grant = { role: "agent", scopes: ["messages:read"], extension: "101", extensionSince: since };
const key: Grant = {
	role: null,
	scopes: ["calls:read", "messages:read"],
	extension: null,
	extensionSince: null,
};

it("is the same as long as somebody may do the same", () => {
	const later: readonly Scope[] = ["messages:read", "messages:send"];
	expect(describeGrant({ ...agent, scopes: later })).toBe(describeGrant(agent));
	expect(describeGrant({ ...key, scopes: key.scopes.toReversed() })).toBe(describeGrant(key));
});

it("differs with the role, the own extension, since when it is theirs, and the scopes of a key", () => {
	const grants = [
		agent,
		{ ...agent, role: "admin" as const },
		{ ...agent, extension: "102" },
		{ ...agent, extensionSince: new Date(since.getTime() + 1) },
		{ ...agent, extension: null, extensionSince: null },
		key,
		{ ...key, scopes: ["calls:read"] as const },
		{ ...key, scopes: [] },
	];
	expect(new Set(grants.map(describeGrant)).size).toBe(grants.length);
});
