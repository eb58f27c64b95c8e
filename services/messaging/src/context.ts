import type { AiBinding } from "@cloudpbx/assistant/models/ai-binding";
import { listModels } from "@cloudpbx/assistant/models/list-models";
import type { LiveNews } from "@cloudpbx/contracts/news/live";
import type { WebhookJob } from "@cloudpbx/contracts/news/webhooks";
import type { AssistantJob, MessageJob } from "@cloudpbx/contracts/texts/sending";
import { type Db, openDb } from "@cloudpbx/db/open-db";
import { trimEndSlashes } from "@cloudpbx/domain/trim-end-slashes";
import type { CarrierAccount } from "@cloudpbx/twilio/fetch-recording";
import { type Carrier, openCarrier } from "@cloudpbx/twilio/rest/open-carrier";
import { forgetFrames, hearEvents, publishTogether } from "./live/publish-live.ts";

/** The part of Cloudflare's Email Service that notices need. Refuses by throwing. */
export interface EmailSender {
	send(message: {
		from: { email: string; name: string };
		to: string;
		subject: string;
		text: string;
		html: string;
		headers: Record<string, string>;
	}): Promise<unknown>;
}

export interface Context {
	db: Db;
	carrier: Carrier;
	account: CarrierAccount;
	publicUrl: string;
	companyName: string;
	replyQueue: Queue<AssistantJob>;
	jobQueue: Queue<MessageJob>;
	webhookQueue: Queue<WebhookJob>;
	/** Development only: webhooks may lead to this machine, also by plain http. */
	isLoopbackAllowed: boolean;
	/** A cache; D1 is the source of truth. */
	memory: KVNamespace;
	media: R2Bucket;
	mediaHosts: string[];
	ai: AiBinding;
	models: string[];
	burstSeconds: number;
	retryBaseSeconds: number;
	settleAfterSeconds: number;
	sweepAfterSeconds: number;
	/** Removes the frames about a contact from the feed's log. Throws when the feed does not answer. */
	forgetFrames: (number: string) => Promise<void>;
	email: EmailSender | null;
	isEmailOn: boolean;
	noticeEmailFrom: string;
	/** Without a slash at the end. */
	dashboardUrl: string;
	noticeFloodSeconds: number;
	/** Announces events to browsers, after the response. */
	announce: (news: LiveNews[]) => void;
	/** Tells the feed whether to drain the outbox after changes. Never fails. */
	hearEvents: (isHeard: boolean) => Promise<void>;
	now: () => Date;
	sleep: (milliseconds: number) => Promise<void>;
}

export function createContext(env: MessagingEnv, context: Pick<ExecutionContext, "waitUntil">): Context {
	const account = {
		apiUrl: env.TWILIO_API_URL,
		accountSid: env.TWILIO_ACCOUNT_SID,
		authToken: env.TWILIO_AUTH_TOKEN,
	};
	const email = findEmail(env);
	return {
		db: openDb(env.DB),
		carrier: openCarrier(account),
		account,
		publicUrl: trimEndSlashes(env.PUBLIC_URL),
		companyName: env.COMPANY_NAME,
		replyQueue: env.REPLY_QUEUE,
		jobQueue: env.JOB_QUEUE,
		webhookQueue: env.WEBHOOK_QUEUE,
		isLoopbackAllowed: env.WEBHOOK_LOOPBACK === "allowed",
		memory: env.ASSISTANT_MEMORY,
		media: env.MESSAGE_MEDIA,
		mediaHosts: env.MEDIA_HOSTS.split(",").map((host) => host.trim()),
		// The type of Workers AI lists known models by name; our model names are configuration.
		ai: env.AI as unknown as AiBinding,
		models: listModels(env),
		burstSeconds: env.BURST_SECONDS,
		retryBaseSeconds: env.RETRY_BASE_SECONDS,
		settleAfterSeconds: env.SETTLE_AFTER_SECONDS,
		sweepAfterSeconds: env.SWEEP_AFTER_SECONDS,
		forgetFrames: (number) => forgetFrames(env.LIVE_FEED, number),
		email,
		isEmailOn: email !== null,
		noticeEmailFrom: env.NOTICE_EMAIL_FROM,
		dashboardUrl: trimEndSlashes(env.DASHBOARD_URL),
		noticeFloodSeconds: env.NOTICE_FLOOD_SECONDS,
		announce: (news) => context.waitUntil(publishTogether(env.LIVE_FEED, news)),
		hearEvents: (isHeard) => hearEvents(env.LIVE_FEED, isHeard),
		now: () => new Date(),
		sleep: (milliseconds) => scheduler.wait(milliseconds),
	};
}

function findEmail(env: MessagingEnv & { EMAIL?: EmailSender }): EmailSender | null {
	return env.NOTICE_EMAIL_FROM === "" ? null : (env.EMAIL ?? null);
}
