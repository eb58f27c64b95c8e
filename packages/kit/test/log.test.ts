import { afterEach, expect, it, vi } from "vitest";
import { describeError, log } from "../src/log.ts";

afterEach(() => vi.restoreAllMocks());

it("masks whatever may be a telephone number and leaves carrier ids readable", () => {
	const line = vi.spyOn(console, "info").mockImplementation(() => undefined);
	log.info("call", {
		from: "+14155550199",
		text: "call 4155550199 or 18005550100",
		sid: "CA1234abcd5678ef90",
	});
	expect(line.mock.calls[0]?.[0]).toBe(
		'{"event":"call","from":"+1…99","text":"call 41…99 or 18…00","sid":"CA1234abcd5678ef90"}',
	);
});

it.each([
	["/api/opt-outs/%2B14155550101", "/api/opt-outs/%2…01"],
	["/api/conversations/%2b14155550101/+14155550199", "/api/conversations/%2…01/+1…99"],
	["from=14155550101&to=tel_14155550199", "from=14…01&to=tel_14…99"],
	["RE00000000000000000000000000abcdef", "RE00000000000000000000000000abcdef"],
])("masks the numbers in %s", (path, masked) => {
	const line = vi.spyOn(console, "warn").mockImplementation(() => undefined);
	log.warn("request", { path });
	expect(line.mock.calls[0]?.[0]).toBe(JSON.stringify({ event: "request", path: masked }));
});

it("leaves request ids whole, whose parts may be digits only", () => {
	const line = vi.spyOn(console, "info").mockImplementation(() => undefined);
	log.info("webhook", { requestId: "14155550-1994-4155-8550-141555501990" });
	expect(line.mock.calls[0]?.[0]).toContain("14155550-1994-4155-8550-141555501990");
});

it("keeps the database's words and drops the parameters of a failed query", () => {
	const error = new Error("Failed query: insert into messages params: +14155550199,secret body", {
		cause: new Error("D1_ERROR: UNIQUE constraint failed: messages.carrier_id"),
	});
	expect(describeError(error)).toBe("Error: D1_ERROR: UNIQUE constraint failed: messages.carrier_id");
	expect(describeError(new Error("Failed query: x params: secret body"))).toBe("Error: query failed");
	expect(describeError("secret body")).toBe("unknown error");
});
