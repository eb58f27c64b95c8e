import type { Scope } from "@cloudpbx/contracts/api/scopes";
import { groupsOfPersonMax } from "@cloudpbx/contracts/words/extension-limits";
import { expect, it } from "vitest";
import { describeGrant, type Grant } from "../src/credentials.ts";

const agent: Grant = { role: "agent", scopes: ["messages:read"], extensionId: "ext_1", groups: [] };
const key: Grant = {
	role: null,
	scopes: ["calls:read", "messages:read"],
	extensionId: null,
	groups: null,
};

it("is the same as long as somebody may do the same", () => {
	const later: readonly Scope[] = ["messages:read", "messages:send"];
	expect(describeGrant({ ...agent, scopes: later })).toBe(describeGrant(agent));
	const groups = [{ id: "ext_3" }, { id: "ext_2" }];
	expect(describeGrant({ ...agent, groups })).toBe(describeGrant({ ...agent, groups: groups.toReversed() }));
	expect(describeGrant({ ...key, scopes: key.scopes.toReversed() })).toBe(describeGrant(key));
});

it("differs with the role, the own extension, the groups, and the scopes of a key", () => {
	const grants = [
		agent,
		{ ...agent, role: "admin" as const },
		{ ...agent, extensionId: "ext_2" },
		{ ...agent, extensionId: null },
		{ ...agent, groups: [{ id: "ext_2" }] },
		{ ...agent, groups: [{ id: "ext_2" }, { id: "ext_3" }] },
		key,
		{ ...key, scopes: ["calls:read"] as const },
		{ ...key, scopes: [] },
	];
	expect(new Set(grants.map(describeGrant)).size).toBe(grants.length);
});

it("is short enough for a socket's two kilobytes, however many groups there are", () => {
	const groups = Array.from({ length: groupsOfPersonMax }, () => ({
		id: `ext_${crypto.randomUUID().replaceAll("-", "")}`,
	}));
	expect(describeGrant({ ...agent, groups }).length).toBeLessThan(300);
});
