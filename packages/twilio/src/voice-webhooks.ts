import { readCallerNumber, readDivertingNumber } from "@cloudpbx/domain/phone-number";
import * as z from "zod";
import { readCallStatus } from "./call-statuses.ts";

const callSid = z.string().regex(/^CA[0-9a-f]{32}$/i);
const recordingSid = z.string().regex(/^RE[0-9a-f]{32}$/i);
/** Twilio leaves out or empties unknown numbers. */
const seconds = z.coerce.number().int().min(0).catch(0);

const callStatus = z
	.string()
	.transform((word) => readCallStatus(word) ?? "in_progress")
	.default("in_progress");

/** `from` null: withheld. `forwardedFrom`: the telephone that forwarded the call; null: none. */
export const CallWebhook = z
	.object({
		CallSid: callSid,
		From: z.string().default(""),
		To: z.string().default(""),
		CallStatus: callStatus,
		ForwardedFrom: z.string().catch(""),
	})
	.transform((params) => ({
		callId: callIdOf(params.CallSid),
		carrierId: params.CallSid,
		from: readCallerNumber(params.From),
		to: params.To,
		status: params.CallStatus,
		forwardedFrom: readDivertingNumber(params.ForwardedFrom),
	}));
export type CallWebhook = z.infer<typeof CallWebhook>;

/** The end of a Gather. Silence has neither digits nor words. */
export const GatherWebhook = z
	.object({
		Digits: z.string().max(32).catch(""),
		SpeechResult: z.string().max(5000).catch(""),
		Confidence: z.coerce.number().min(0).max(1).nullable().catch(null),
	})
	.transform((params) => ({
		digits: params.Digits,
		words: params.SpeechResult.trim(),
		confidence: params.SpeechResult === "" ? null : params.Confidence,
	}));

/** A webhook about a leg that we placed. */
export const LegWebhook = z.object({ CallSid: callSid, ParentCallSid: callSid }).transform((params) => ({
	legId: callIdOf(params.CallSid),
	callId: callIdOf(params.ParentCallSid),
}));
export type LegWebhook = z.infer<typeof LegWebhook>;

/** Only `DialBridged` shows that two people spoke; without it, a completed leg with a duration did. */
export const DialWebhook = z
	.object({
		DialBridged: z.string().optional(),
		DialCallStatus: z.string().default(""),
		DialCallDuration: seconds,
		DialCallSid: callSid.nullable().catch(null),
	})
	.transform((params) => ({
		isBridged: params.DialBridged
			? params.DialBridged.toLowerCase() === "true"
			: params.DialCallStatus === "completed" && params.DialCallDuration > 0,
		ringResult: readCallStatus(params.DialCallStatus) ?? "no_answer",
		talkSeconds: params.DialCallDuration,
		legId: params.DialCallSid && callIdOf(params.DialCallSid),
	}));

/** The end of a Record in the call. The recording's own webhook may come first. */
export const RecordWebhook = z
	.object({ RecordingSid: recordingSid.optional(), RecordingDuration: seconds })
	.transform((params) => ({
		recordingSid: params.RecordingSid ?? null,
		durationSeconds: params.RecordingDuration,
	}));

export const RecordingWebhook = z
	.object({
		CallSid: callSid,
		RecordingSid: recordingSid,
		RecordingStatus: z.string().default("completed"),
		RecordingDuration: seconds,
	})
	.transform((params) => ({
		callId: callIdOf(params.CallSid),
		recordingSid: params.RecordingSid,
		isUsable: params.RecordingStatus === "completed",
		durationSeconds: params.RecordingDuration,
	}));

export const TranscriptionWebhook = z
	.object({
		CallSid: callSid,
		RecordingSid: recordingSid,
		TranscriptionStatus: z.string().default("failed"),
		TranscriptionText: z.string().max(20_000).default(""),
	})
	.transform((params) => ({
		callId: callIdOf(params.CallSid),
		recordingSid: params.RecordingSid,
		text: params.TranscriptionStatus === "completed" ? params.TranscriptionText.trim() : null,
	}));

export const StatusWebhook = z.object({ CallDuration: seconds }).transform((params) => ({
	durationSeconds: params.CallDuration,
}));

/** Derived: webhooks need no lookup. */
export function callIdOf(sid: string): string {
	return `call_${sid.slice(2).toLowerCase()}`;
}

/** Derived from the recording's id. */
export function voicemailIdOf(sid: string): string {
	return `vm_${sid.slice(2).toLowerCase()}`;
}
