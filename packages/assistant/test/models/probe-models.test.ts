import { expect, it } from "vitest";
import { probeModels, probeTranscription } from "../../src/models/probe-models.ts";
import { systemTimers } from "../../src/models/timers.ts";

it("asks each model once, and says why one gave no answer", async () => {
	const asked: string[] = [];
	const ai = {
		run: async (model: string) => {
			asked.push(model);
			if (model === "gone") throw new Error("5007: No such model");
			if (model === "slow") return new Promise<never>(() => undefined);
			return { response: model === "mute" ? "" : "yes" };
		},
	};
	const timers = { ...systemTimers, wait: () => new Promise<void>((resolve) => setTimeout(resolve, 20)) };
	const probed = await probeModels(ai, ["good", "gone", "slow", "mute"], timers);
	expect(probed.map(({ model, failure }) => [model, failure !== null])).toEqual([
		["good", false],
		["gone", true],
		["slow", true],
		["mute", true],
	]);
	expect(probed[2]?.failure).toBe("timed_out");
	expect(asked).toEqual(["good", "gone", "slow", "mute"]);
});

it("lets Whisper hear a moment of silence", async () => {
	let heard = "";
	const ai = {
		run: async (_model: string, inputs: Record<string, unknown>) => {
			heard = atob(String(inputs.audio));
			return { text: "" };
		},
	};
	expect(await probeTranscription(ai, "whisper")).toEqual({ model: "whisper", failure: null });
	expect([heard.slice(0, 4), heard.slice(8, 12), heard.length]).toEqual(["RIFF", "WAVE", 44 + 4000]);
	const silent = { run: async () => ({}) };
	expect(await probeTranscription(silent, "whisper")).toMatchObject({ failure: "malformed" });
});
