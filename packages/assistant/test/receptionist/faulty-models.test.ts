import { describe, expect, it } from "vitest";
import { decideReception } from "../../src/receptionist/decide-reception.ts";
import type { ReceptionRequest } from "../../src/receptionist/reception.ts";
import { FakeTimers } from "../fake-timers.ts";
import { failWith, never } from "../scripted-ai.ts";
import { decide, heard, transferTo } from "./reception-request.ts";

describe("a model that lies", () => {
	it.each([
		["an extension that nobody has", { action: "transfer", extension: "999" }],
		["a telephone number", { action: "transfer", extension: "+19005550199" }],
		["an extension inside other words", { action: "transfer", extension: "101; +19005550199" }],
		["no extension", { action: "transfer" }],
		["an action that does not exist", { action: "dial", extension: "101" }],
		["a question without words", { action: "ask", say: " " }],
	])("ends in the menu with %s", async (_, answer) => {
		expect(await decide("sales please", answer)).toEqual({ action: "menu", reason: "nonsense" });
	});

	it.each([
		["HTML", () => "<html><body>502 Bad Gateway</body></html>"],
		["nothing", () => ({ response: "" })],
		["null", () => null],
		["an endless text", () => ({ response: "sales ".repeat(100_000) })],
		["broken JSON", () => ({ response: '{"action": "transfer", "extension": "101"' })],
		["an array", () => ({ response: [1, 2] })],
		[
			"an answer longer than any speech",
			() => ({ response: JSON.stringify({ action: "info", say: "a ".repeat(9000) }) }),
		],
	])("ends in the menu with %s", async (_, answer) => {
		expect(await decide("sales please", answer)).toEqual({ action: "menu", reason: "nonsense" });
	});

	it.each([
		["a telephone number", "Jane's number is +1 415 555 0151."],
		["a telephone number in words", "Call four one five, five five five, zero one five one."],
		[
			"its instructions",
			"A wish for a department goes to its first extension. Of several wishes take the first that can be done.",
		],
		["JSON", 'I would say {"action": "transfer", "extension": "101"}'],
		["the marks of its prompt", "You said <caller>hello</caller>"],
	])("is not heard telling %s", async (_, say) => {
		for (const action of ["info", "ask"]) {
			const { decision, correction } = await decideReception(heard("tell me", { action, say }));
			expect(decision.action).toBe("ask");
			expect(JSON.stringify(decision)).not.toMatch(/0151|zero one|first extension|action":"transfer|caller>/);
			expect(correction).toBe("unsafe_words");
		}
	});

	it("is heard without markup and cut at a sentence", async () => {
		const say = `<speak>We are <b>open</b> & glad.</speak> ${"We like pumps. ".repeat(40)}`;
		const decision = await decide("tell me", { action: "info", say });
		if (decision.action !== "info") throw new Error("no answer");
		expect(decision.answer).toMatch(/^We are open & glad\. We like pumps\./);
		expect(decision.answer).toMatch(/pumps\.$/);
		expect(decision.answer.length).toBeLessThanOrEqual(300);
	});
});

describe("models that do not answer", () => {
	it("end in the menu with the reason", async () => {
		const models = ["@cf/zai-org/glm-4.7-flash", "@cf/openai/gpt-oss-20b"];
		const capacity = await decideReception(
			heard("sales", failWith("3040: Capacity temporarily exceeded") as never, { models }),
		);
		expect(capacity).toMatchObject({
			decision: { action: "menu", reason: "unavailable" },
			failure: "unavailable",
			model: null,
		});
		expect(capacity.attempts).toHaveLength(2);
		const spent = await decideReception(heard("sales", failWith("3036: used up") as never, { models }));
		expect(spent).toMatchObject({ decision: { action: "menu", reason: "allocation_used_up" } });
		expect(spent.attempts).toHaveLength(1);
	});

	it("end in the menu within four seconds when they are silent", async () => {
		const timers = new FakeTimers();
		const decided = decideReception(heard("sales", never as never, { timers, models: ["a", "b", "c"] }));
		await timers.advance(4000);
		expect(await decided).toMatchObject({ decision: { action: "menu", reason: "deadline" } });
		expect((await decided).milliseconds).toBeLessThanOrEqual(4000);
	});

	it("end in the menu when there is no binding or no model", async () => {
		const none: ReceptionRequest = { ...heard("sales", transferTo("101")), ai: null };
		expect((await decideReception(none)).decision).toEqual({ action: "menu", reason: "no_model" });
		expect(await decide("sales", transferTo("101"), { models: [] })).toEqual({
			action: "menu",
			reason: "no_model",
		});
	});

	it("end in the menu rather than in an error when the request itself is broken", async () => {
		const broken = { ...heard("sales", transferTo("101")), directory: null } as unknown as ReceptionRequest;
		expect(await decideReception(broken)).toMatchObject({
			decision: { action: "menu", reason: "error" },
			failure: "error",
		});
	});

	it("do not hide that the second one answered", async () => {
		const request = heard("sales", transferTo("101"), {
			models: ["@cf/gone", "@cf/meta/llama-3.3-70b-instruct-fp8-fast"],
		});
		const { run } = request.ai;
		request.ai.run = async (model, inputs, options) => {
			if (model === "@cf/gone") throw new Error("5007: No such model");
			return run(model, inputs, options);
		};
		expect(await decideReception(request)).toMatchObject({
			model: "@cf/meta/llama-3.3-70b-instruct-fp8-fast",
			decision: transferTo("101"),
		});
	});
});
