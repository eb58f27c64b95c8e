import { type NoticeKind, noticeKinds } from "@cloudpbx/contracts/words/notice-kinds";
import { isActivePerson, isOwnExtension } from "@cloudpbx/db/credentials";
import { noticeChoices, users } from "@cloudpbx/db/schema/admin";
import { extensions } from "@cloudpbx/db/schema/provisioning";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Context } from "../context.ts";
import type { NoticePerson } from "./list-readers.ts";

/** Everybody who may sign in, or one. D1 returns a batch's rows by column name, so each name is unique. */
export function selectPeople({ db }: Pick<Context, "db">, userId: string | null = null) {
	return db
		.select({
			id: users.id,
			role: users.role,
			email: users.email,
			extensionId: sql<string | null>`${extensions.id}`.as("own_extension_id"),
			phone: extensions.forwardTo,
			otherPhones: extensions.alsoRing,
			choices: choicesAsJson.as("choices"),
			atNight: noticeChoices.atNight,
		})
		.from(users)
		.leftJoin(extensions, isOwnExtension)
		.leftJoin(noticeChoices, eq(noticeChoices.userId, users.id))
		.where(and(isActivePerson, userId === null ? undefined : eq(users.id, userId)));
}

const choicesAsJson = sql<string>`json_object(${sql.join(
	noticeKinds.flatMap((kind): SQL[] => [sql.raw(`'${kind}'`), sql`${noticeChoices[kind]}`]),
	sql`, `,
)})`;

type PersonRow = Awaited<ReturnType<typeof selectPeople>>[number];

export function readPerson({ phone, otherPhones, choices, atNight, ...row }: PersonRow): NoticePerson {
	return {
		...row,
		phone,
		phones: [...(phone === null ? [] : [phone]), ...(otherPhones ?? [])],
		choices: JSON.parse(choices) as Record<NoticeKind, NoticePerson["choices"][NoticeKind]>,
		atNight: atNight ?? false,
	};
}
