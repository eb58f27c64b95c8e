/** What a person can be told of. */
export const noticeKinds = [
	"missedCall",
	"voicemail",
	"conversationWaiting",
	"campaignStopped",
	"campaignFinished",
	"numberTrouble",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How: by a text to the person's own telephone, or by e-mail to the address of the sign-in. */
export const noticeWays = ["none", "text", "email"] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** When nobody is told of anything unless they wish it: from the first hour to the second, in the company's time zone. */
export const noticeNight = { fromHour: 21, toHour: 8 } as const;
