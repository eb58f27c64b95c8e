import { describe, expect, it } from "vitest";
import { type AiFault, type AiSurroundings, runModel } from "../../src/workers-ai/run-model.ts";

const llama = "@cf/meta/llama-3.3-70b-instruct-fp8-fast";
const glm = "@cf/zai-org/glm-4.7-flash";
const whisper = "@cf/openai/whisper-large-v3-turbo";
const messages = [
	{ role: "system", content: "You are the assistant of Tiny Farm.\nFacts:\nWe sell eggs for $4." },
	{ role: "user", content: "how much are eggs" },
];
const schema = { type: "object", properties: { reply: { type: "string" }, confidence: { type: "number" } } };

function surroundings(fault: AiFault | null = null, rest: Partial<AiSurroundings> = {}): AiSurroundings {
	return {
		network: {
			takeFault: async () => fault,
			findTranscript: async () => null,
			noteModel: async () => undefined,
		},
		localUrl: "",
		send: async () => new Response(null, { status: 404 }),
		wait: async () => {},
		...rest,
	};
}

describe("shapes", () => {
	it("answers as Llama does: words, or in JSON mode the object itself", async () => {
		expect(await runModel(surroundings(), llama, { messages: messages })).toEqual({
			response: "We sell eggs for $4.",
			tool_calls: [],
			usage: { prompt_tokens: expect.any(Number), completion_tokens: 5, total_tokens: expect.any(Number) },
		});
		const format = { type: "json_schema", json_schema: schema };
		expect(
			await runModel(surroundings(), llama, { messages: messages, response_format: format }),
		).toMatchObject({
			response: { reply: "We sell eggs for $4.", confidence: expect.any(Number) },
		});
	});

	it("answers as OpenAI's chat completions do: words, or in JSON mode the object as a string", async () => {
		const format = { type: "json_schema", json_schema: { name: "answer", schema: schema } };
		const completion = (await runModel(surroundings(), glm, {
			messages: messages,
			response_format: format,
		})) as {
			choices: { message: { content: string }; finish_reason: string }[];
		};
		expect(completion.choices[0]?.finish_reason).toBe("stop");
		expect(JSON.parse(completion.choices[0]?.message.content ?? "")).toMatchObject({
			reply: "We sell eggs for $4.",
		});
	});

	it("shows its thinking unless it was switched off", async () => {
		const on = await runModel(surroundings(), glm, { messages: messages });
		const off = await runModel(surroundings(), glm, {
			messages: messages,
			chat_template_kwargs: { enable_thinking: false },
		});
		expect(JSON.stringify(on)).toContain("reasoning_content");
		expect(JSON.stringify(off)).not.toContain("reasoning_content");
	});

	it.each([
		[llama, (event: Record<string, unknown>) => event.response],
		[
			glm,
			(event: Record<string, unknown>) =>
				(event.choices as [{ delta: { content?: string } }])[0].delta.content,
		],
	])("streams %s as server-sent events that end with [DONE]", async (model, read) => {
		const stream = (await runModel(surroundings(), model, {
			messages: messages,
			stream: true,
		})) as ReadableStream;
		const lines = (await new Response(stream).text()).trim().split("\n\n");
		expect(lines.at(-1)).toBe("data: [DONE]");
		const pieces = lines.slice(0, -1).map((line) => read(JSON.parse(line.slice("data: ".length))) ?? "");
		expect(pieces.length).toBeGreaterThan(3);
		expect(pieces.join("")).toBe("We sell eggs for $4.");
	});

	it("cuts the answer at max_tokens, and fails JSON mode when the object does not fit", async () => {
		const short = (await runModel(surroundings(), llama, { messages: messages, max_tokens: 2 })) as {
			response: string;
		};
		expect(short.response).toBe("We sell ");
		const format = { type: "json_schema", json_schema: schema };
		await expect(
			runModel(surroundings(), llama, { messages: messages, max_tokens: 2, response_format: format }),
		).rejects.toThrow("JSON Mode couldn't be met");
	});
});

describe("refusals", () => {
	it("knows no deprecated and no invented models (5007)", async () => {
		for (const model of ["@cf/meta/llama-3.1-8b-instruct", "gpt-9"])
			await expect(runModel(surroundings(), model, { messages: messages })).rejects.toThrow(/^5007: /);
	});

	it("refuses models of the paid plan (5035)", async () => {
		await expect(
			runModel(surroundings(), "@cf/moonshotai/kimi-k2.6", { messages: messages }),
		).rejects.toThrow(/^5035: /);
	});

	it("refuses inputs that fit no schema (5006), and JSON mode while streaming", async () => {
		for (const inputs of [
			null,
			{},
			{ messages: [] },
			{ messages: [{ content: "hi" }] },
			{ messages: [{ role: "user", content: null }] },
		])
			await expect(runModel(surroundings(), llama, inputs)).rejects.toThrow(/^5006: /);
		const streamed = { messages: messages, stream: true, response_format: { type: "json_object" } };
		await expect(runModel(surroundings(), llama, streamed)).rejects.toThrow("stream");
	});
});

describe("faults", () => {
	it("throws the service's error with its code in the message", async () => {
		const run = (fault: AiFault) => runModel(surroundings(fault), llama, { messages: messages });
		await expect(run({ status: 429, code: 3040 })).rejects.toMatchObject({
			name: "InferenceUpstreamError",
			message: "3040: Capacity temporarily exceeded, please try again.",
			httpCode: 429,
		});
		await expect(run({ status: 429, code: 3036 })).rejects.toThrow(/^3036: .*free allocation/);
		await expect(run({ status: 500 })).rejects.toThrow(/^8000: /);
		await expect(run({ dropBeforeAccept: true })).rejects.toThrow("connection lost");
	});

	it("says what it is told to say, in the shape of the model", async () => {
		const lie = { status: 200, body: '{"action":"transfer","extension":"999"}' };
		const format = { type: "json_schema", json_schema: schema };
		expect(
			await runModel(surroundings(lie), llama, { messages: messages, response_format: format }),
		).toMatchObject({
			response: { extension: "999" },
		});
		expect(
			await runModel(surroundings({ status: 200, body: "hm" }), glm, {
				messages: messages,
				response_format: format,
			}),
		).toMatchObject({
			choices: [{ message: { content: "hm" } }],
		});
		expect(await runModel(surroundings({ status: 200 }), llama, { messages: messages })).toMatchObject({
			response: "",
		});
	});

	it("answers late, and not at all once the caller has given up", async () => {
		const waits: number[] = [];
		const slow = surroundings(
			{ delayMs: 9000 },
			{ wait: async (milliseconds) => void waits.push(milliseconds) },
		);
		expect(await runModel(slow, llama, { messages: messages })).toMatchObject({
			response: "We sell eggs for $4.",
		});
		expect(waits).toEqual([9000]);
		const options = { signal: AbortSignal.abort() };
		await expect(runModel(slow, llama, { messages: messages }, options)).rejects.toMatchObject({
			name: "AbortError",
		});
	});
});

describe("Whisper", () => {
	const audio = btoa("the bytes of an MP3");

	it("hears what the network knows was said into these bytes", async () => {
		const asked: string[] = [];
		const network = {
			takeFault: async () => null,
			noteModel: async () => undefined,
			findTranscript: async (sha256Hex: string) => {
				asked.push(sha256Hex);
				return "please call me back";
			},
		};
		expect(await runModel(surroundings(null, { network }), whisper, { audio })).toMatchObject({
			text: "please call me back",
			word_count: 4,
		});
		const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode("the bytes of an MP3"));
		expect(asked).toEqual([Buffer.from(digest).toString("hex")]);
	});

	it("hears nothing in audio that the network did not make", async () => {
		expect(await runModel(surroundings(), whisper, { audio })).toMatchObject({ text: "", word_count: 0 });
	});

	it("refuses what is not base64, and takes faults like any model", async () => {
		await expect(runModel(surroundings(), whisper, { audio: "%%%" })).rejects.toThrow(/^5004: /);
		await expect(runModel(surroundings(), whisper, { audio: { body: {} } })).rejects.toThrow(/^5004: /);
		expect(await runModel(surroundings({ status: 200, body: "hm" }), whisper, { audio })).toMatchObject({
			text: "hm",
		});
	});
});

describe("a local model server", () => {
	function server(
		reply: (url: string, body: Record<string, unknown> | null) => Response | Promise<Response>,
	) {
		const sent: { url: string; body: Record<string, unknown> | null }[] = [];
		const send: typeof fetch = async (input, init) => {
			const url = String(input);
			const body = init?.body === undefined ? null : JSON.parse(String(init.body));
			sent.push({ url, body });
			return reply(url, body);
		};
		return { sent, surroundings: surroundings(null, { localUrl: "http://127.0.0.1:11434/v1/", send }) };
	}

	it("answers instead of the stand-in, in the shape of the model that was asked for", async () => {
		const local = server((url) =>
			url.endsWith("/models")
				? Response.json({ data: [{ id: "qwen3:4b" }] })
				: Response.json({ choices: [{ message: { content: '{"reply":"four dollars"}' } }] }),
		);
		const format = { type: "json_schema", json_schema: schema };
		const answer = await runModel(local.surroundings, llama, {
			messages: messages,
			max_tokens: 50,
			response_format: format,
		});
		expect(answer).toMatchObject({ response: { reply: "four dollars" } });
		expect(local.sent[1]).toMatchObject({
			url: "http://127.0.0.1:11434/v1/chat/completions",
			body: { model: "qwen3:4b", max_tokens: 50, response_format: { json_schema: { schema: schema } } },
		});
	});

	it("fails as a model fails when it refuses, talks nonsense or is not there", async () => {
		for (const reply of [
			() => new Response("no", { status: 500 }),
			() => Response.json({}),
			() => Promise.reject(new Error("refused")),
		])
			await expect(runModel(server(reply).surroundings, llama, { messages: messages })).rejects.toThrow(
				/^8000: /,
			);
	});
});
