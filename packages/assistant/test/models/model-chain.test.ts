import { describe, expect, it } from "vitest";
import { askModels, type ChainRequest } from "../../src/models/model-chain.ts";
import { readJsonObject } from "../../src/models/read-json-object.ts";
import type { ModelAnswer } from "../../src/models/read-model-answer.ts";
import { FakeTimers } from "../fake-timers.ts";
import { failWith, never, scriptedAi } from "../scripted-ai.ts";

const first = "@cf/zai-org/glm-4.7-flash";
const second = "@cf/meta/llama-3.3-70b-instruct-fp8-fast";
const third = "@cf/openai/gpt-oss-20b";

function readNumber(answer: ModelAnswer): number | null {
	const object = readJsonObject(answer);
	return object !== null && "n" in object && typeof object.n === "number" ? object.n : null;
}

function request(
	ai: ChainRequest<number>["ai"],
	models: string[],
	timers = new FakeTimers(),
): ChainRequest<number> {
	return {
		ai,
		models,
		messages: [
			{ role: "system", content: "count" },
			{ role: "user", content: "one" },
		],
		maxTokens: 100,
		schema: { name: "count", schema: { type: "object" } },
		read: readNumber,
		deadlineMilliseconds: 4000,
		timers,
	};
}

const good = () => ({ response: { n: 1 } });

describe("a chain of models", () => {
	it("takes the first model's answer and asks no other", async () => {
		const ai = scriptedAi({ [first]: good, [second]: good });
		const outcome = await askModels(request(ai, [first, second]));
		expect(outcome).toMatchObject({ ok: true, value: 1, model: first });
		expect(ai.calls.map(({ model }) => model)).toEqual([first]);
	});

	it("asks the next model when one is out of capacity (3040)", async () => {
		const ai = scriptedAi({
			[first]: failWith("3040: Capacity temporarily exceeded, please try again."),
			[second]: good,
		});
		const outcome = await askModels(request(ai, [first, second]));
		expect(outcome).toMatchObject({ ok: true, model: second });
		expect(outcome.attempts.map((attempt) => attempt.outcome)).toEqual(["out_of_capacity", "answered"]);
	});

	it("asks no further model once the free allocation is used up (3036)", async () => {
		const ai = scriptedAi({
			[first]: failWith("3036: You have used up your daily free allocation of 10,000 neurons."),
			[second]: good,
		});
		const outcome = await askModels(request(ai, [first, second]));
		expect(outcome).toMatchObject({ ok: false, failure: "allocation_used_up" });
		expect(ai.calls).toHaveLength(1);
	});

	it("keeps the configured order through several failures", async () => {
		const ai = scriptedAi({
			[first]: failWith("5007: No such model"),
			[second]: failWith("Network connection lost."),
			[third]: good,
		});
		const outcome = await askModels(request(ai, [first, second, third]));
		expect(outcome).toMatchObject({ ok: true, model: third });
		expect(outcome.attempts.map((attempt) => attempt.outcome)).toEqual([
			"no_such_model",
			"error",
			"answered",
		]);
	});

	it("names it when there is no model at all", async () => {
		expect(await askModels(request(scriptedAi({}), []))).toMatchObject({ ok: false, failure: "no_model" });
	});

	it("names it when every model fails", async () => {
		const ai = scriptedAi(failWith("3040: Capacity temporarily exceeded"));
		const outcome = await askModels(request(ai, [first, second]));
		expect(outcome).toMatchObject({ ok: false, failure: "unavailable" });
	});
});

describe("the deadline", () => {
	it("leaves a slow first model in time for the second to answer", async () => {
		const timers = new FakeTimers();
		const ai = scriptedAi({ [first]: never, [second]: good });
		const asked = askModels(request(ai, [first, second], timers));
		await timers.advance(2400);
		expect(await asked).toMatchObject({ ok: true, model: second, milliseconds: 2400 });
		expect(ai.calls[0]?.signal?.aborted).toBe(true);
	});

	it("ends the whole chain within it when no model ever answers", async () => {
		const timers = new FakeTimers();
		const asked = askModels(request(scriptedAi(never), [first, second, third], timers));
		await timers.advance(4000);
		const outcome = await asked;
		expect(outcome).toMatchObject({ ok: false, failure: "deadline" });
		expect(outcome.milliseconds).toBeLessThanOrEqual(4000);
	});

	it("gives a lone model the whole time", async () => {
		const timers = new FakeTimers();
		let answer = (_: unknown) => {};
		const ai = scriptedAi(() => new Promise((resolve) => (answer = resolve)));
		const asked = askModels(request(ai, [first], timers));
		await timers.advance(3900);
		answer(good());
		expect(await asked).toMatchObject({ ok: true, value: 1 });
	});

	it("includes the repair", async () => {
		const timers = new FakeTimers();
		const ai = scriptedAi((_, count) => (count === 1 ? { response: "no json" } : never()));
		const asked = askModels(request(ai, [first], timers));
		await timers.advance(4000);
		expect(await asked).toMatchObject({ ok: false, failure: "deadline", milliseconds: 4000 });
	});

	it("does not ask a model for which no time is left", async () => {
		const timers = new FakeTimers();
		const ai = scriptedAi(good);
		const outcome = await askModels({ ...request(ai, [first], timers), deadlineMilliseconds: 150 });
		expect(outcome).toMatchObject({ ok: false, failure: "deadline" });
		expect(ai.calls).toHaveLength(0);
	});

	it("drops an answer that comes too late, even an error", async () => {
		const timers = new FakeTimers();
		let fail = (_: Error) => {};
		const ai = scriptedAi({ [first]: () => new Promise((_, reject) => (fail = reject)), [second]: good });
		const asked = askModels(request(ai, [first, second], timers));
		await timers.advance(2400);
		fail(new Error("3008: Request was aborted"));
		expect(await asked).toMatchObject({ ok: true, model: second });
	});
});

describe("the repair", () => {
	it("shows a malformed answer back once and takes the better one", async () => {
		const ai = scriptedAi((_, count) => ({ response: count === 1 ? "certainly: one!" : '{"n": 1}' }));
		const outcome = await askModels(request(ai, [first]));
		expect(outcome).toMatchObject({ ok: true, value: 1 });
		const messages = ai.calls[1]?.inputs.messages as { role: string; content: string }[];
		expect(messages.slice(-2)).toEqual([
			{ role: "assistant", content: "certainly: one!" },
			expect.objectContaining({ role: "user" }),
		]);
	});

	it("happens once in the chain, not once a model", async () => {
		const ai = scriptedAi(() => ({ response: "still talking" }));
		const outcome = await askModels(request(ai, [first, second]));
		expect(outcome).toMatchObject({ ok: false, failure: "nonsense" });
		expect(ai.calls.map(({ model }) => model)).toEqual([first, first, second]);
	});

	it("asks again after an empty answer without an empty message", async () => {
		const ai = scriptedAi((_, count) => ({ response: count === 1 ? "" : '{"n": 1}' }));
		expect(await askModels(request(ai, [first]))).toMatchObject({ ok: true });
		const messages = ai.calls[1]?.inputs.messages as { role: string; content: string }[];
		expect(messages.map(({ role }) => role)).toEqual(["system", "user"]);
		expect(messages.every(({ content }) => content !== "")).toBe(true);
	});

	it("asks without JSON mode and switches when a model refuses them", async () => {
		for (const refusal of ["5006: Error: oneOf at '/' not met", "JSON Mode couldn't be met"]) {
			const ai = scriptedAi((call, count) => {
				if (count === 1) throw new Error(refusal);
				return { choices: [{ message: { content: '{"n": 1}' } }], inputs: call.inputs };
			});
			expect(await askModels(request(ai, [first]))).toMatchObject({ ok: true, value: 1 });
			expect(Object.keys(ai.calls[1]?.inputs ?? {}).sort()).toEqual([
				"max_completion_tokens",
				"max_tokens",
				"messages",
				"temperature",
			]);
		}
	});
});
