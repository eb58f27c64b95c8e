export const noticeKinds = [
	"missedCall",
	"voicemail",
	"conversationWaiting",
	"campaignStopped",
	"campaignFinished",
	"numberTrouble",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** `text`: to the person's own telephone. `email`: to the address of the sign-in. */
export const noticeWays = ["none", "text", "email"] as const;
export type NoticeWay = (typeof noticeWays)[number];

/** Hours without notices, in the company's time zone, unless the person wants them. */
export const noticeNight = { fromHour: 21, toHour: 8 } as const;
