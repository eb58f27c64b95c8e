import * as z from "zod";
import { noticeKinds, noticeWays } from "../words/notice-kinds.ts";

const Way = z.enum(noticeWays);
const ways = Object.fromEntries(noticeKinds.map((kind) => [kind, Way])) as Record<
	(typeof noticeKinds)[number],
	typeof Way
>;

export const NoticeChoices = z.object({ ...ways, atNight: z.boolean() });
export type NoticeChoices = z.infer<typeof NoticeChoices>;

const circumstances = {
	email: z.string().meta({ description: "Where e-mail goes: the address of the sign-in." }),
	isEmailOn: z.boolean().meta({ description: "Whether the company has switched e-mail on." }),
	phone: z.string().nullable().meta({
		description: "Where texts go: the first telephone of the person's own extension. Null: there is none.",
	}),
	isPhoneOptedOut: z.boolean().meta({ description: "That telephone has said STOP, so no text goes there." }),
};

export const Notices = NoticeChoices.extend(circumstances).meta({ id: "Notices" });
export type Notices = z.infer<typeof Notices>;

export const UpdateNotices = z
	.strictObject({
		...NoticeChoices.shape,
		...Object.fromEntries(
			Object.keys(circumstances).map((name) => [
				name,
				z.unknown().meta({ description: "Ignored: as GET gave it." }),
			]),
		),
	})
	.partial() as z.ZodType<Partial<NoticeChoices>>;
export type UpdateNotices = Partial<NoticeChoices>;
