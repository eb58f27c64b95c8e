import type { LineGreeting } from "@cloudpbx/contracts/calls/line-greetings";
import { refuse } from "@cloudpbx/contracts/errors";
import { WholeHours } from "@cloudpbx/contracts/office/hours";
import { WholeSettings } from "@cloudpbx/contracts/office/settings";
import { greetingLimits } from "@cloudpbx/contracts/words/extension-limits";
import type { Context } from "hono";
import * as z from "zod";
import { createApi, guardedRoute, jsonAnswer } from "../../api.ts";
import type { ApiEnv } from "../../env.ts";
import {
	findLineGreetingKey,
	recordLineGreeting,
	removeLineGreeting,
} from "../../operations/office/change-line-greeting.ts";
import { loadWholeSettings } from "../../operations/office/load-settings.ts";
import { loadHours } from "../../operations/office/stored-hours.ts";
import { unwrap } from "../../refusal-error.ts";
import { fileAnswers, respondWithStoredFile } from "../files/respond-with-file.ts";
import { contextOf } from "../request.ts";
import { announceSettings } from "./announce-settings.ts";

const sound = z.string().meta({ format: "binary" });
export const audio = { "audio/mpeg": { schema: sound }, "audio/wav": { schema: sound } };
export const heardAudio = fileAnswers("sound", audio);
const noRecording = refuse("not_found", "There is no recording; the greeting is a text.");
const words =
	"The body is an MP3 or WAV file of at most 2 MB and 60 seconds. The format is read from the content. If the file cannot be played, callers hear the text.";

export const greetingAudio = createApi()
	.openapi(
		guardedRoute(
			"settings:write",
			{
				method: "put",
				path: "/api/settings/greeting/audio",
				tags: ["Settings"],
				summary: "Record the main line's greeting",
				description: `What callers of the main line hear in place of the company's name and \`greeting\`, before the menu's choices. ${words}`,
				request: { body: { required: true, content: audio } },
				responses: { 200: jsonAnswer(WholeSettings, "With `greetingAudio`.") },
			},
			{ bodyBytesMax: greetingLimits.bytes },
		),
		async (c) => {
			await record(c, "main");
			return c.json(await loadWholeSettings(contextOf(c)), 200);
		},
	)
	.openapi(
		guardedRoute("settings:read", {
			method: "get",
			path: "/api/settings/greeting/audio",
			tags: ["Settings"],
			summary: "Hear the main line's recorded greeting",
			responses: heardAudio,
		}),
		(c) => hear(c, "main"),
	)
	.openapi(
		guardedRoute("settings:write", {
			method: "delete",
			path: "/api/settings/greeting/audio",
			tags: ["Settings"],
			summary: "Remove the main line's recorded greeting",
			responses: { 200: jsonAnswer(WholeSettings, "Without `greetingAudio`.") },
		}),
		async (c) => {
			await remove(c, "main");
			return c.json(await loadWholeSettings(contextOf(c)), 200);
		},
	)
	.openapi(
		guardedRoute(
			"settings:write",
			{
				method: "put",
				path: "/api/hours/greeting/audio",
				tags: ["Hours"],
				summary: "Record the greeting for closed hours",
				description: `What callers of the closed main line hear in place of \`closed.greeting\`; the words of an exception or an override go first. ${words}`,
				request: { body: { required: true, content: audio } },
				responses: { 200: jsonAnswer(WholeHours, "With `greetingAudio`.") },
			},
			{ bodyBytesMax: greetingLimits.bytes },
		),
		async (c) => {
			await record(c, "closed");
			return c.json(await loadHours(contextOf(c)), 200);
		},
	)
	.openapi(
		guardedRoute("settings:read", {
			method: "get",
			path: "/api/hours/greeting/audio",
			tags: ["Hours"],
			summary: "Hear the recorded greeting for closed hours",
			responses: heardAudio,
		}),
		(c) => hear(c, "closed"),
	)
	.openapi(
		guardedRoute("settings:write", {
			method: "delete",
			path: "/api/hours/greeting/audio",
			tags: ["Hours"],
			summary: "Remove the recorded greeting for closed hours",
			responses: { 200: jsonAnswer(WholeHours, "Without `greetingAudio`.") },
		}),
		async (c) => {
			await remove(c, "closed");
			return c.json(await loadHours(contextOf(c)), 200);
		},
	);

async function record(c: Context<ApiEnv>, line: LineGreeting): Promise<void> {
	const recording = new Uint8Array(await c.req.raw.arrayBuffer());
	unwrap(await recordLineGreeting(contextOf(c), line, recording));
	announceSettings(c);
}

async function remove(c: Context<ApiEnv>, line: LineGreeting): Promise<void> {
	unwrap(await removeLineGreeting(contextOf(c), line));
	announceSettings(c);
}

async function hear(c: Context<ApiEnv>, line: LineGreeting): Promise<Response> {
	return respondWithGreeting(c, await findLineGreetingKey(contextOf(c), line));
}

/** A recorded greeting or the requested range; 404 without one. */
export async function respondWithGreeting(c: Context<ApiEnv>, key: string | null): Promise<Response> {
	if (key === null) return unwrap<never>(noRecording);
	const type = key.endsWith(".wav") ? "wav" : "mp3";
	const servedAs = {
		contentType: type === "wav" ? "audio/wav" : "audio/mpeg",
		disposition: `inline; filename="greeting.${type}"`,
	};
	return respondWithStoredFile(c, { bucket: c.env.VOICEMAIL_AUDIO, key }, servedAs, noRecording);
}
