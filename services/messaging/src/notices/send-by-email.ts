import { describeError, log } from "@cloudpbx/kit/log";
import { retryDelaySeconds } from "@cloudpbx/kit/retry-delay";
import type { Context } from "../context.ts";
import { type Bundle, changeAll } from "./bundle.ts";
import type { NoticeChange } from "./claim-notices.ts";
import type { NoticePerson } from "./list-readers.ts";
import type { NoticeFrame } from "./notice-content.ts";
import { writeEmail } from "./write-email.ts";

const attemptsMax = 5;

/** The service has no idempotency key: after a crash the e-mail may be sent twice, but it is never lost. */
export async function sendByEmail(
	ctx: Context,
	person: NoticePerson,
	bundle: Bundle,
	frame: NoticeFrame,
): Promise<NoticeChange[]> {
	if (ctx.email === null) return changeAll([bundle], { status: "dropped", reason: "email_off" });
	const { subject, text, html, headers } = writeEmail(bundle.told, frame);
	try {
		await ctx.email.send({
			from: { email: ctx.noticeEmailFrom, name: frame.companyName.replace(/[\s\p{Cc}]+/gu, " ") },
			to: person.email,
			subject,
			text,
			html,
			headers,
		});
		return changeAll([bundle], { status: "sent" });
	} catch (error) {
		log.warn("notice_not_emailed", {
			bundleId: bundle.id,
			attempt: bundle.attempts,
			reason: describeError(error),
		});
		if (bundle.attempts >= attemptsMax)
			return changeAll([bundle], { status: "dropped", reason: "email_failed" });
		const delay = retryDelaySeconds(bundle.attempts, ctx.retryBaseSeconds) * 1000;
		return changeAll([bundle], {
			status: "waiting",
			dueAt: new Date(ctx.now().getTime() + delay),
			isHeld: false,
		});
	}
}
