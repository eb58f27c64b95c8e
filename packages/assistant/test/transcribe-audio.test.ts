import { describe, expect, it } from "vitest";
import { transcribeAudio, whisperModel } from "../src/transcribe-audio.ts";
import { FakeTimers } from "./fake-timers.ts";
import { failWith, never, scriptedAi } from "./scripted-ai.ts";

describe("transcribeAudio", () => {
	it("sends the whole file in base64 and returns the text", async () => {
		const audio = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
		const ai = scriptedAi(() => ({ text: " Please call me back. ", word_count: 4 }));
		const result = await transcribeAudio({ ai, audio });
		expect(result).toMatchObject({ ok: true, text: "Please call me back.", model: whisperModel });
		const sent = Uint8Array.from(atob(String(ai.calls[0]?.inputs.audio)), (letter) => letter.charCodeAt(0));
		expect(sent).toEqual(audio);
	});

	it("returns an empty text when nobody spoke", async () => {
		const result = await transcribeAudio({ ai: scriptedAi(() => ({ text: "" })), audio: Uint8Array.of(1) });
		expect(result).toMatchObject({ ok: true, text: "" });
	});

	it("names the failure of the service, of an answer without text, and of a file without bytes", async () => {
		const audio = Uint8Array.of(1);
		expect(await transcribeAudio({ ai: scriptedAi(failWith("3036: used up")), audio })).toMatchObject({
			ok: false,
			failure: "allocation_used_up",
		});
		expect(await transcribeAudio({ ai: scriptedAi(() => ({ words: [] })), audio })).toMatchObject({
			ok: false,
			failure: "malformed",
		});
		expect(await transcribeAudio({ ai: scriptedAi(() => ({})), audio: new Uint8Array() })).toMatchObject({
			ok: false,
			failure: "no_audio",
		});
	});

	it("gives up at its deadline", async () => {
		const timers = new FakeTimers();
		const asked = transcribeAudio({ ai: scriptedAi(never), audio: Uint8Array.of(1), timers });
		await timers.advance(60_000);
		expect(await asked).toMatchObject({ ok: false, failure: "timed_out", milliseconds: 60_000 });
	});

	it("asks again without a signal when the binding is a Worker that cannot take one", async () => {
		const ai = scriptedAi((call) => {
			if (call.signal) throw new DOMException("AbortSignal serialization is not enabled.", "DataCloneError");
			return { text: "hello" };
		});
		expect(await transcribeAudio({ ai, audio: Uint8Array.of(1) })).toMatchObject({ ok: true, text: "hello" });
		expect(ai.calls).toHaveLength(2);
	});
});
