import * as z from "zod";

const date = z.iso.date();
const count = z.int().optional();

const calls = { calls: count, missed: count };
const texts = { textsReceived: count, textsSent: count };

/** A part that the caller's scopes do not allow is absent. */
export const Dashboard = z
	.object({
		date: date.meta({ description: "Today, in the company's time zone." }),
		timeZone: z.string(),
		today: z.object({ ...calls, answered: count, voicemails: count, ...texts }),
		now: z.object({ callsInProgress: count, campaignsSending: count }),
		waiting: z.object({
			callsInDanger: count.meta({ description: "Callers who spoke of danger in the last 24 hours." }),
			conversations: count,
			voicemailsUnheard: count,
			recordingsFailed: count,
			extensionsFailed: count,
			campaignsPaused: count,
			webhooksPaused: count.meta({ description: "Without those that a person paused." }),
			textsHeldBack: count.meta({
				description: "Ceilings and switched-off countries that held back texts in the last hour.",
			}),
			numbersInTrouble: z
				.int()
				.nullable()
				.optional()
				.meta({ description: "By the latest check with the carrier; null before the first." }),
		}),
		heldBack: z
			.array(
				z.object({
					name: z.string().meta({ description: "A person, an API key, or the assistant." }),
					reason: z.string(),
					at: z.iso
						.datetime()
						.nullable()
						.meta({ description: "Null for the assistant: in this clock hour." }),
				}),
			)
			.optional()
			.meta({ description: "What `waiting.textsHeldBack` counts, the newest first." }),
		days: z
			.array(z.object({ date, ...calls, ...texts }))
			.meta({ description: "The last seven days, oldest first, today last." }),
	})
	.meta({ id: "Dashboard" });
export type Dashboard = z.infer<typeof Dashboard>;
