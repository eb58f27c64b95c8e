import * as z from "zod";

/** What a browser may hear of; the API grants them by scope. */
export const liveTopics = ["messages", "calls", "campaigns"] as const;
export type LiveTopic = (typeof liveTopics)[number];

/** Something that looks different now. Names what to read again, never what it says. */
export const LiveEvent = z.discriminatedUnion("kind", [
	z.object({
		kind: z.literal("message"),
		messageId: z.string(),
		conversationId: z.string(),
		status: z.string(),
		direction: z.enum(["inbound", "outbound"]),
	}),
	z.object({ kind: z.literal("conversation"), conversationId: z.string(), mode: z.string() }),
	z.object({ kind: z.literal("call"), callId: z.string(), status: z.string() }),
	z.object({ kind: z.literal("voicemail"), voicemailId: z.string() }),
	z.object({ kind: z.literal("campaign"), campaignId: z.string(), status: z.string() }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;

export const topicOfKind: Record<LiveEvent["kind"], LiveTopic> = {
	message: "messages",
	conversation: "messages",
	call: "calls",
	voicemail: "calls",
	campaign: "campaigns",
};

/**
 * A frame of `/api/live`. `seq` grows by one with each event of the whole company; a browser that comes back with
 * `?after=` its last `seq` gets what it missed. `hello` follows it and holds the
 * latest `seq` of all. `reset`: too much was missed, read everything again.
 */
export type LiveFrame =
	| { seq: number; kind: "hello" }
	| { seq: number; kind: "reset" }
	| ({ seq: number; at: string } & LiveEvent);
