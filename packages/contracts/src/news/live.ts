import * as z from "zod";
import { instant } from "../instant.ts";
import { messageAuthors } from "../texts/messages.ts";

/** What a browser may hear of; the API grants them by scope. */
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

/** E.164, or whatever else a text came from. */
const contact = z.string();
const ourNumber = z.string();

/**
 * Something that looks different now. Names what to read again, never what it says. `from` is the contact and `to` our number,
 * whichever way a text or a call goes.
 */
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
		/** The three keys that were called; null for one taken while nothing could be looked up. */
		extension: z.string().nullable(),
		/** The extension that it belongs to; null for none, and from an earlier release. */
		extensionId: z.string().nullable().default(null),
		/** Null when the caller withheld it, and once it is deleted. */
		from: contact.nullable(),
		createdAt: instant,
	}),
	z.object({ kind: z.literal("campaign"), campaignId: z.string(), status: z.string() }),
	z.object({ kind: z.literal("extension"), extensionId: z.string(), status: z.string() }),
	z.object({ kind: z.literal("number"), numberId: z.string() }),
	/** A person the company knows; null: any of them, as after an import. */
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
 * What Workers announce: events, and `consent` for contacts who opted out or in, of which the feed makes a `conversation`
 * event for each of their conversations.
 */
export const LiveNews = z.union([
	LiveEvent,
	z.object({ kind: z.literal("consent"), numbers: z.array(z.string()).max(5000) }),
]);
export type LiveNews = z.infer<typeof LiveNews>;

/** By what somebody was let in: a session of a browser, single sign-on as a person, or a key. */
export const Credential = z.object({ kind: z.enum(["session", "person", "key"]), id: z.string() });
export type Credential = z.infer<typeof Credential>;

/** The listener behind a socket, as the API has checked it. Travels in the header `liveListenerHeader` as URI-encoded JSON. */
export const LiveListener = z.object({
	topics: z.array(z.enum(liveTopics)),
	/**
	 * The voicemail that the topic `voicemails` is about: everybody's, or that of an extension and of the groups it is in. An earlier
	 * release names none.
	 */
	voicemail: z.union([
		z.literal("all"),
		z.object({ extensionId: z.string().default(""), groupIds: z.array(z.string()).default([]) }),
	]),
	credential: Credential,
	/** What the credential gave at this moment: `describeGrant` of packages/db. A socket whose grant is another now is closed. */
	grant: z.string().max(1000),
	/** Milliseconds since 1970 at which the credential ends by itself; null when that is not known. */
	until: z.number().nullable(),
	/** The person shown to others as looking or writing; null for a key, which is shown to nobody. */
	person: z.object({ id: z.string(), name: z.string().max(100) }).nullable(),
});
export type LiveListener = z.infer<typeof LiveListener>;

export const liveListenerHeader = "x-live-listener";

export const presenceStates = ["viewing", "writing", "away"] as const;

/** What a browser says of its person. `conversationId` is checked by its shape only. */
export const PresenceSignal = z.object({
	kind: z.enum(presenceStates),
	conversationId: z.string().regex(/^conv_\w{1,64}$/),
});
export type PresenceSignal = z.infer<typeof PresenceSignal>;

/** Presence in a conversation. It has no number, is not kept and is not caught up with; a new socket is told the present state. */
export interface PresenceFrame {
	kind: "presence";
	conversationId: string;
	person: { id: string; name: string };
	state: PresenceSignal["kind"];
}

/**
 * A frame of `/api/live`. `seq` grows by one with each event of the whole company; a browser that comes back with
 * `?after=` its last `seq` gets what it missed. `hello` follows it and holds the
 * latest `seq` of all. `reset`: too much was missed, reload everything.
 */
export type LiveFrame =
	| { seq: number; kind: "hello" }
	| { seq: number; kind: "reset" }
	| ({ seq: number; at: string } & LiveEvent)
	| PresenceFrame;
