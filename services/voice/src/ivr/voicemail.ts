import { RecordingWebhook, RecordWebhook, TranscriptionWebhook } from "@cloudpbx/twilio/voice-webhooks";
import type { Context } from "../context.ts";
import { companyBox } from "../domain/call/call-paths.ts";
import { finishVoicemail } from "../voicemail/finish-voicemail.ts";
import { receiveRecording } from "../voicemail/receive-recording.ts";
import { receiveTranscript } from "../voicemail/receive-transcript.ts";
import { callOf, type IvrContext, type Routes } from "./door.ts";

const boxPath = `/ivr/voicemail/:box{1[0-9]{2}|${companyBox}}`;

export const voicemail: Routes = {
	[`${boxPath}/finished`]: finish,
	[`${boxPath}/:language{[a-z]{2}}/finished`]: finish,

	[`${boxPath}/recorded`]: async (ctx, c) => {
		const recording = RecordingWebhook.parse(c.get("params"));
		c.set("news", await receiveRecording(ctx, extensionOf(c), recording));
		return null;
	},

	[`${boxPath}/transcribed`]: async (ctx, c) => {
		const transcription = TranscriptionWebhook.parse(c.get("params"));
		c.set("news", await receiveTranscript(ctx, extensionOf(c), transcription));
		return null;
	},
};

async function finish(ctx: Context, c: IvrContext) {
	const recording = RecordWebhook.parse(c.get("params"));
	const box = { ext: extensionOf(c), language: c.req.param("language") ?? "en" };
	const { plan, news } = await finishVoicemail(ctx, callOf(c), box, recording);
	c.set("news", news);
	return plan.steps;
}

/** Null for the company's own box. */
function extensionOf(c: IvrContext): string | null {
	const { box } = c.req.param() as { box: string };
	return box === companyBox ? null : box;
}
