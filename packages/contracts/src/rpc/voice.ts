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

export interface VoiceRpc extends HealthRpc, DiagnosisRpc, ErasureRpc {
	/**
	 * Stores the first listener of each voicemail and answers those that exist. Any number of ids; safe to repeat.
	 */
	markVoicemailListened(ids: string[], actor: Actor): Promise<Result<ListenedVoicemail[]>>;
	/** Answers the ids that exist. */
	markVoicemailUnheard(ids: string[]): Promise<Result<{ unheardIds: string[] }>>;
	/** Rings a person's telephones; the one that presses 1 is connected with `to`. The same id is the same call. */
	callOut(call: CallOut, actor: Actor): Promise<Result<CallOutProgress>>;
	/** Ends a call out in any state; an ended one stays. */
	hangUpCallOut(callId: string, actor: Actor): Promise<Result<CallOutProgress>>;
	/** First events of a call in progress; its history is written when it ends. */
	firstEvents(callId: string): Promise<Result<CallMoment[]>>;
	whatIf(question: AskWhatIf): Promise<Result<WhatIf>>;
	/** Removes rows and audio, here and at the carrier. Answers the ids that existed; safe to repeat. */
	deleteVoicemails(ids: string[]): Promise<Result<{ deletedIds: string[] }>>;
	/** Stores an MP3 or WAV within `greetingLimits`; the same file once. */
	storeGreeting(audio: Uint8Array): Promise<Result<StoredGreeting>>;
	/** The PIN for recording an extension's greeting by telephone; null: none. */
	setGreetingPin(extensionId: string, pin: string | null): Promise<Result<null>>;
	/** Deletes a recording that no extension plays; others stay. */
	dropGreeting(key: string): Promise<Result<null>>;
}
