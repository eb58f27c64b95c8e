import type { NoticeChoices, Notices } from "@cloudpbx/contracts/news/notices";
import { noticeKinds } from "@cloudpbx/contracts/words/notice-kinds";
import type { Db } from "@cloudpbx/db/open-db";
import { noticeChoices } from "@cloudpbx/db/schema/admin";
import { optOuts } from "@cloudpbx/db/schema/consent";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { chooseWay } from "@cloudpbx/domain/notices/choose-way";
import { eq, type SQL, sql } from "drizzle-orm";
import { readAlongside } from "../../access/alongside.ts";
import type { Principal } from "../../domain/people/principal.ts";

export interface InstalledEmail {
	NOTICE_EMAIL_FROM: string;
}

type ChoiceRow = typeof noticeChoices.$inferSelect;

export function selectNotices(db: Db, userId: SQL, extensionId: SQL) {
	return [
		db.select().from(noticeChoices).where(eq(noticeChoices.userId, userId)),
		db
			.select({ phone: extensions.forwardTo, optedOut: optOuts.number })
			.from(extensions)
			.leftJoin(optOuts, eq(optOuts.number, extensions.forwardTo))
			.where(eq(extensions.id, extensionId)),
	] as const;
}

export const noticeFacts = readAlongside(({ db, holder }) =>
	selectNotices(
		db,
		sql`(${db.select({ id: holder.id }).from(holder)})`,
		sql`(${db.select({ id: holder.extensionId }).from(holder)})`,
	),
);

type NoticeRows = readonly [
	choices: readonly ChoiceRow[],
	phones: readonly { phone: string | null; optedOut: string | null }[],
];

/** Notices in force: the person's choices over the defaults. */
export function toNotices(
	person: Pick<Principal, "role" | "extensionId" | "email">,
	[[chosen], [own]]: NoticeRows,
	installed: InstalledEmail,
): Notices {
	const isEmailOn = installed.NOTICE_EMAIL_FROM !== "";
	const reader = { role: person.role ?? "agent", hasExtension: person.extensionId !== null };
	const ways = Object.fromEntries(
		noticeKinds.map((kind) => [kind, chooseWay(kind, chosen?.[kind] ?? null, reader, isEmailOn)]),
	) as Omit<NoticeChoices, "atNight">;
	return {
		...ways,
		atNight: chosen?.atNight ?? false,
		email: person.email ?? "",
		isEmailOn,
		phone: own?.phone ?? null,
		isPhoneOptedOut: own?.optedOut != null,
	};
}
