import { newSid } from "../sid.ts";
import { note } from "../timeline/timeline.ts";
import { countSegments } from "./count-segments.ts";
import type { Message } from "./message.ts";
import type { MessageContext } from "./message-context.ts";

/** Twilio's default and maximum of ValidityPeriod. */
export const validitySecondsMax = 36_000;

export function newMessage(
	ctx: MessageContext,
	known: Pick<Message, "from" | "to" | "body" | "direction" | "status"> & Partial<Message>,
): Message {
	const mediaCount = known.mediaCount ?? known.mediaUrls?.length ?? 0;
	const now = Date.now();
	const message: Message = {
		sid: newSid(mediaCount > 0 ? "MM" : "SM"),
		errorCode: null,
		// A text with files is one segment, however long it is.
		segments: mediaCount > 0 ? 1 : countSegments(known.body).segments,
		mediaUrls: [],
		mediaCount,
		createdAt: now,
		updatedAt: now,
		sentAt: null,
		datedAt: now,
		acceptedClockMs: ctx.clock.now(),
		statusCallback: null,
		validitySeconds: validitySecondsMax,
		fate: null,
		webhookToken: crypto.randomUUID(),
		isUnfinished: false,
		isListed: known.direction !== "direct",
		isRedacted: false,
		...known,
	};
	ctx.messages.save(message);
	note(ctx, message.sid, {
		kind: "status",
		text: `${message.status}: ${message.from} → ${message.to}`,
		detail: { status: message.status },
	});
	return message;
}
