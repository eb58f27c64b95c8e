import { refuse, refuseOldVersion } from "@cloudpbx/contracts/errors";
import { expect, it } from "vitest";
import { problem } from "../src/problem.ts";

it("shows both values of a form that somebody else saved first, and names the fields that differ", async () => {
	const current = { id: "usr_1", name: "Jane Smith", role: "agent", version: 3 };
	const sent = { name: "Jane Park", role: "agent", extension: undefined, version: 2 };
	const response = problem(refuseOldVersion(current, sent).error, "req_1");
	expect(response.status).toBe(409);
	expect(await response.json()).toEqual({
		type: "about:blank",
		title: "Conflict",
		status: 409,
		detail: "Somebody changed this after you opened it. Nothing was saved: look at both and save again.",
		code: "conflict",
		requestId: "req_1",
		errors: [{ in: "body", field: "name", message: "What is stored now differs from what was sent." }],
		current,
		sent: { name: "Jane Park", role: "agent", version: 2 },
	});
});

it("shows of every other refusal only its words", async () => {
	const response = problem(refuse("not_found", "There is none.").error, "req_1", { status: 410 });
	expect(response.status).toBe(410);
	expect(Object.keys((await response.json()) as object)).toEqual([
		"type",
		"title",
		"status",
		"detail",
		"code",
		"requestId",
	]);
});
