import type { Call } from "./calls/call.ts";
import type { Conference } from "./calls/joining/conference.ts";
import type { CallQueue } from "./calls/joining/queue.ts";
import type { Line } from "./calls/line.ts";
import type { ChangeFeed } from "./change-feed.ts";
import type { Clock } from "./clock/clock.ts";
import type { Email } from "./emails/email.ts";
import type { Media } from "./messages/media.ts";
import type { Message } from "./messages/message.ts";
import type { SenderQueue } from "./messages/sending/sender-queue.ts";
import type { PhoneNumber } from "./numbers.ts";
import type { Recording } from "./recordings/recording.ts";
import type { Transcription } from "./recordings/start-transcription.ts";
import type {
	A2pCampaign,
	Alert,
	Brand,
	MessagingService,
	TollFreeVerification,
} from "./registry/documents.ts";
import type { Collection } from "./storage/collection.ts";

/** What every part of the network works with. */
export interface Exchange {
	readonly account: { readonly sid: string; readonly authToken: string };
	/** Origin on which the network itself is reached, without a trailing slash. */
	readonly publicUrl: string;
	readonly sql: SqlStorage;
	readonly clock: Clock;
	readonly calls: Collection<Call>;
	readonly numbers: Collection<PhoneNumber>;
	readonly recordings: Collection<Recording>;
	readonly transcriptions: Collection<Transcription>;
	readonly messages: Collection<Message>;
	readonly media: Collection<Media>;
	/** What the carrier knows of the account's senders, and its error log. */
	readonly services: Collection<MessagingService>;
	readonly verifications: Collection<TollFreeVerification>;
	readonly brands: Collection<Brand>;
	readonly campaigns: Collection<A2pCampaign>;
	readonly alerts: Collection<Alert>;
	/** What was handed to the stand-in of the mail service. */
	readonly emails: Collection<Email>;
	/** Calls in progress, by sid. */
	readonly lines: Map<string, Line>;
	/** Conferences and queues, by name. */
	readonly conferences: Map<string, Conference>;
	readonly queues: Map<string, CallQueue>;
	/** Texts that wait to be sent, by the number that sends them. */
	readonly senders: Map<string, SenderQueue>;
	/** The next moments at which texts move on, by network time. */
	readonly beats: Map<number, Promise<void>>;
	readonly changes: ChangeFeed;
	/** Deliveries that wait to be overtaken by another one, by what has an order. */
	readonly held: Map<string, () => void>;
	/** Counts resets: what began before one leaves no trace after it. */
	generation: number;
	/** Lets work go on after the request that started it; its failure is logged, never thrown. */
	background(work: Promise<unknown>): void;
}
