import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { expect, it } from "vitest";
import { describeGrant, type Grant } from "../src/credentials.ts";

const agent: Grant = { role: "agent", scopes: ["messages:read"], extensionId: "ext_1" };
const key: Grant = {
	role: null,
	scopes: ["calls:read", "messages:read"],
	extensionId: null,
};

it("is the same as long as somebody may do the same", () => {
	const later: readonly Scope[] = ["messages:read", "messages:send"];
	expect(describeGrant({ ...agent, scopes: later })).toBe(describeGrant(agent));
	expect(describeGrant({ ...key, scopes: key.scopes.toReversed() })).toBe(describeGrant(key));
});

it("differs with the role, the own extension, and the scopes of a key", () => {
	const grants = [
		agent,
		{ ...agent, role: "admin" as const },
		{ ...agent, extensionId: "ext_2" },
		{ ...agent, extensionId: null },
		key,
		{ ...key, scopes: ["calls:read"] as const },
		{ ...key, scopes: [] },
	];
	expect(new Set(grants.map(describeGrant)).size).toBe(grants.length);
});
