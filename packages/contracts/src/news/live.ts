import * as z from "zod";
import { instant } from "../instant.ts";
import { messageAuthors } from "../texts/messages.ts";

/** Topics that a browser may hear of; the API grants them by scope. */
export const liveTopics = [
	"messages",
	"calls",
	"voicemails",
	"campaigns",
	"extensions",
	"numbers",
	"contacts",
	"settings",
] as const;
export type LiveTopic = (typeof liveTopics)[number];

const contact = z.string();
const ourNumber = z.string();

/** Names what to read again, never its content. `from` is the contact and `to` our number, in both directions. */
export const LiveEvent = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("message"),
		messageId: z.string(),
		conversationId: z.string(),
		from: contact,
		to: ourNumber,
		direction: z.enum(["inbound", "outbound"]),
		status: z.string(),
		author: z.enum(messageAuthors),
	}),
	z.object({
		kind: z.literal("conversation"),
		conversationId: z.string(),
		from: contact,
		to: ourNumber,
		mode: z.string(),
	}),
	z.object({
		kind: z.literal("call"),
		callId: z.string(),
		/** Null when the caller withheld it. */
		from: contact.nullable(),
		to: ourNumber,
		status: z.string(),
	}),
	z.object({
		kind: z.literal("voicemail"),
		voicemailId: z.string(),
		/** The three keys that were called; null when nothing could be looked up. */
		extension: z.string().nullable(),
		extensionId: z.string().nullable().default(null),
		from: contact.nullable(),
		createdAt: instant,
	}),
	z.object({ kind: z.literal("campaign"), campaignId: z.string(), status: z.string() }),
	z.object({ kind: z.literal("extension"), extensionId: z.string(), status: z.string() }),
	z.object({ kind: z.literal("number"), numberId: z.string() }),
	/** Null: any contact, as after an import. */
	z.object({ kind: z.literal("contact"), contactId: z.string().nullable() }),
	z.object({ kind: z.literal("settings") }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

export const topicOfKind: Record<LiveEvent["kind"], LiveTopic> = {
	message: "messages",
	conversation: "messages",
	call: "calls",
	voicemail: "voicemails",
	campaign: "campaigns",
	extension: "extensions",
	number: "numbers",
	contact: "contacts",
	settings: "settings",
};

/**
 * Announced by Workers. Of `consent` the feed makes a `conversation` event for each conversation of the contact.
 */
export const LiveNews = z.union([
	LiveEvent,
	z.object({ kind: z.literal("consent"), numbers: z.array(z.string()).max(5000) }),
]);
export type LiveNews = z.infer<typeof LiveNews>;

/** How the person was authenticated: a browser session, single sign-on, or a key. */
export const Credential = z.object({ kind: z.enum(["session", "person", "key"]), id: z.string() });
export type Credential = z.infer<typeof Credential>;

/** The checked listener of a socket. Travels in the header `liveListenerHeader` as URI-encoded JSON. */
export const LiveListener = z.object({
	topics: z.array(z.enum(liveTopics)),
	/** Everybody's voicemail, or that of an extension and its groups. An earlier release sends none. */
	voicemail: z.union([
		z.literal("all"),
		z.object({ extensionId: z.string().default(""), groupIds: z.array(z.string()).default([]) }),
	]),
	credential: Credential,
	grant: z.string().max(1000),
	/** Milliseconds since 1970 at which the credential ends; null when unknown. */
	until: z.number().nullable(),
	/** Shown to others as present; null for a key, which is not shown. */
	person: z.object({ id: z.string(), name: z.string().max(100) }).nullable(),
});
export type LiveListener = z.infer<typeof LiveListener>;

export const liveListenerHeader = "x-live-listener";

export const presenceStates = ["viewing", "writing", "away"] as const;

/** Presence as a browser reports it. Only the shape of `conversationId` is checked. */
export const PresenceSignal = z.object({
	kind: z.enum(presenceStates),
	conversationId: z.string().regex(/^conv_\w{1,64}$/),
});
export type PresenceSignal = z.infer<typeof PresenceSignal>;

/** Presence in a conversation: not numbered, not kept, not repeated. A new socket gets the present state. */
export interface PresenceFrame {
	kind: "presence";
	conversationId: string;
	person: { id: string; name: string };
	state: PresenceSignal["kind"];
}

export type LiveFrame =
	| { seq: number; kind: "hello" }
	| { seq: number; kind: "reset" }
	| ({ seq: number; at: string } & LiveEvent)
	| PresenceFrame;
