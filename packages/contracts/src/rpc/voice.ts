import type { CallOutProgress } from "../api/calls-out.ts";
import type { AskWhatIf } from "../calls/ask-what-if.ts";
import type { CallMoment } from "../calls/calls.ts";
import type { CallOut } from "../calls/calls-out.ts";
import type { StoredGreeting } from "../calls/greetings.ts";
import type { ListenedVoicemail } from "../calls/voicemails.ts";
import type { WhatIf } from "../calls/what-if.ts";
import type { Result } from "../errors.ts";
import type { HealthRpc } from "../health.ts";
import type { Actor } from "../texts/messages.ts";
import type { DiagnosisRpc, ErasureRpc } from "./every-worker.ts";

/**
 * The RPC surface of each Worker, as its callers see it over a service binding. A method is added here together
 * with the Worker that answers it, never before.
 */
export interface VoiceRpc extends HealthRpc, DiagnosisRpc, ErasureRpc {
	/**
	 * Notes who listened; the first one stays. Answers who and when of each voicemail that exists, so an id without one is
	 * unknown. Any number of ids, told twice it changes nothing.
	 */
	markVoicemailListened(ids: string[], actor: Actor): Promise<Result<ListenedVoicemail[]>>;
	/** As if nobody had listened. Answers the ids that exist. */
	markVoicemailUnheard(ids: string[]): Promise<Result<{ unheardIds: string[] }>>;
	/**
	 * Rings a person's telephones; whoever presses 1 there is connected with `to`. The same id again is the same call and rings nothing.
	 * Refusals: `bad_input` and `precondition_failed` (in words), `forbidden` (a country or number that is not dialled), `limit_exceeded`.
	 */
	callOut(call: CallOut, actor: Actor): Promise<Result<CallOutProgress>>;
	/** Ends a call out, whatever state it is in; one that has ended stays as it was. */
	hangUpCallOut(callId: string, actor: Actor): Promise<Result<CallOutProgress>>;
	/** How a call began that still lasts: its history gets these events when it ends. */
	firstEvents(callId: string): Promise<Result<CallMoment[]>>;
	/** Plays a call through as it would go, with the rules that decide calls; nothing is stored, dialled or sent. */
	whatIf(question: AskWhatIf): Promise<Result<WhatIf>>;
	/** Removes rows and audio, here and at the carrier. Answers the ids that existed; deleting twice is no error. */
	deleteVoicemails(ids: string[]): Promise<Result<{ deletedIds: string[] }>>;
	/** Keeps a recorded greeting, an MP3 or WAV within `greetingLimits`. The same file again is stored once. */
	storeGreeting(audio: Uint8Array): Promise<Result<StoredGreeting>>;
	/** The PIN with which an extension's greeting is recorded by telephone; null: none. */
	setGreetingPin(extensionId: string, pin: string | null): Promise<Result<null>>;
	/** Deletes a recorded greeting that no extension plays; any other stays. */
	dropGreeting(key: string): Promise<Result<null>>;
}
