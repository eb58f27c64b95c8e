import type { SendTextResult } from "@cloudpbx/contracts/texts/sending";
import { messages } from "@cloudpbx/db/schema/messaging";
import { phoneNumbers } from "@cloudpbx/db/schema/provisioning";
import { deriveId } from "@cloudpbx/kit/derive-id";
import { log } from "@cloudpbx/kit/log";
import { retryDelaySeconds } from "@cloudpbx/kit/retry-delay";
import { and, asc, desc, inArray, isNull, ne, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import { withoutOrigin } from "../gate/outgoing-request.ts";
import { sendTexts } from "../gate/send-texts.ts";
import { type Bundle, changeAll } from "./bundle.ts";
import type { NoticeChange } from "./claim-notices.ts";
import type { NoticePerson } from "./list-readers.ts";
import type { NoticeFrame } from "./notice-content.ts";
import { writeText } from "./write-text.ts";

const attemptsMax = 5;

/** Replaces a notice's text: it may quote a voicemail that not everybody in the inbox may hear. */
const wordsKept = "A notice for one of the company's people. Its words are not kept.";

/** Through the gate, in a conversation that no list shows. The bundle's id lets the gate send it once. */
export async function sendByText(
	ctx: Context,
	person: NoticePerson,
	bundles: readonly Bundle[],
	frame: NoticeFrame,
): Promise<NoticeChange[]> {
	if (bundles.length === 0) return [];
	const { phone } = person;
	const from = await findSender(ctx);
	const reason = phone === null ? "no_phone" : from === null ? "no_sender" : null;
	if (reason !== null || phone === null || from === null)
		return changeAll(bundles, { status: "dropped", reason });
	const conversationId = await deriveId("conv", "notices", person.id, from, phone);
	// The conversation is not in the inbox.
	const unannounced = { ...ctx, announce: () => undefined };
	const results = await sendTexts(
		unannounced,
		bundles.map(({ id, told }) => ({
			id,
			conversationId,
			from,
			to: phone,
			body: writeText(told, frame),
			author: "system",
			category: "transactional",
			quietHours: false,
			...withoutOrigin,
			isUnlisted: true,
		})),
	);
	await forgetWords(ctx, bundles);
	return bundles.flatMap((bundle, index) => judge(ctx, bundle, results[index]));
}

/** The main line: the toll-free one, then the oldest. Without a main line, any number. */
async function findSender({ db }: Context): Promise<string | null> {
	const [line] = await db
		.select({ number: phoneNumbers.number })
		.from(phoneNumbers)
		.where(isNull(phoneNumbers.releasingAt))
		.orderBy(
			sql`${phoneNumbers.extensionId} IS NOT NULL`,
			desc(phoneNumbers.kind),
			asc(phoneNumbers.createdAt),
		)
		.limit(1);
	return line?.number ?? null;
}

/** A text that is not yet accepted keeps its words. */
async function forgetWords({ db }: Context, bundles: readonly Bundle[]): Promise<void> {
	const ids = JSON.stringify(bundles.map(({ id }) => id));
	await db
		.update(messages)
		.set({ body: wordsKept })
		.where(
			and(
				inArray(messages.id, sql`(SELECT value FROM json_each(${ids}))`),
				ne(messages.status, "pending"),
				ne(messages.body, wordsKept),
			),
		);
}

function judge(ctx: Context, bundle: Bundle, result: SendTextResult | undefined): NoticeChange[] {
	// The carrier may have it: the next claim asks again.
	if (!result || result.outcome === "pending") return [];
	if (result.outcome === "sent") return changeAll([bundle], { status: "sent" });
	const { code, problem, retryAt } = result;
	log.warn("notice_not_texted", { messageId: bundle.id, code, problem });
	if (problem !== "later" || bundle.attempts >= attemptsMax) {
		return changeAll([bundle], { status: "dropped", reason: code ?? "refused" });
	}
	const retry = ctx.now().getTime() + retryDelaySeconds(bundle.attempts, ctx.retryBaseSeconds) * 1000;
	const dueAt = retryAt === null ? new Date(retry) : new Date(retryAt);
	return changeAll([bundle], { status: "waiting", dueAt, isHeld: false });
}
