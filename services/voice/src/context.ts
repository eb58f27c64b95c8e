import type { AiBinding } from "@cloudpbx/assistant/models/ai-binding";
import { listModels } from "@cloudpbx/assistant/models/list-models";
import type { VoicemailJob } from "@cloudpbx/contracts/calls/voicemails";
import type { LiveEvent } from "@cloudpbx/contracts/news/live";
import type { MessagingRpc } from "@cloudpbx/contracts/rpc/messaging";
import { type Db, openDb } from "@cloudpbx/db/open-db";
import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import { announceLive } from "@cloudpbx/kit/announce-live";
import type { CarrierAccount } from "@cloudpbx/twilio/fetch-recording";
import { type Carrier, openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { FallbackMemory } from "./office/fallback-memory.ts";

/** Functions that only make a statement for a batch take `db` instead. */
export interface Context {
	db: Db;
	carrier: Carrier;
	account: CarrierAccount;
	/** The address that Twilio calls, without a slash at its end. */
	publicUrl: string;
	/** The installer's values of settings. */
	installed: { companyName: string; greeting: string };
	/** The installer's number for calls that cannot be looked up: E.164, or empty. */
	fallbackNumber: string;
	fallbackMemory: FallbackMemory;
	audio: R2Bucket;
	ingestQueue: Queue<VoicemailJob>;
	ai: AiBinding;
	models: string[];
	transcriptionModel: string;
	messaging: Pick<MessagingRpc, "recogniseDangers">;
	retryBaseSeconds: number;
	/** How long the carrier may owe us a callback before the sweep asks. */
	sweepAfterSeconds: number;
	/** Announces events to browsers after the response. */
	announce: (events: LiveEvent[]) => void;
	later: (work: Promise<unknown>) => void;
	now: () => Date;
}

/** One per isolate: it must outlive a request and be there when nothing can be read. */
const fallbackMemory = new FallbackMemory();

export function createContext(env: VoiceEnv, execution: Pick<ExecutionContext, "waitUntil">): Context {
	const account = {
		apiUrl: env.TWILIO_API_URL,
		accountSid: env.TWILIO_ACCOUNT_SID,
		authToken: env.TWILIO_AUTH_TOKEN,
	};
	// The binding is untyped: a service does not import another service's code, not even its types.
	const messaging = env.MESSAGING as unknown as MessagingRpc;
	return {
		db: openDb(env.DB),
		carrier: openCarrier(account),
		account,
		publicUrl: trimEndSlashes(env.PUBLIC_URL),
		installed: { companyName: env.COMPANY_NAME, greeting: env.COMPANY_GREETING },
		fallbackNumber: env.FALLBACK_NUMBER,
		fallbackMemory,
		audio: env.VOICEMAIL_AUDIO,
		ingestQueue: env.INGEST_QUEUE,
		// The type of Workers AI lists known models by name; our model names are configuration.
		ai: env.AI as unknown as AiBinding,
		models: listModels(env),
		transcriptionModel: env.AI_TRANSCRIPTION_MODEL,
		messaging,
		retryBaseSeconds: env.RETRY_BASE_SECONDS,
		sweepAfterSeconds: env.SWEEP_AFTER_SECONDS,
		announce: (events) => announceLive(messaging, execution, events),
		later: (work) => execution.waitUntil(work),
		now: () => new Date(),
	};
}
