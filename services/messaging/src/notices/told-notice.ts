import type { NoticeKind } from "@cloudpbx/contracts/words/notice-kinds";

/** What a notice tells, as it is when it is sent. All texts may come from outside. */
export interface ToldNotice {
	kind: NoticeKind;
	happenedAt: Date;
	/** The caller or texter: E.164, and the contact's name. Null: withheld. */
	from: string | null;
	name: string | null;
	/** What was called, such as "Sales"; of a campaign or a number its own name. */
	subject: string | null;
	/** What was said, or what is wrong. */
	words: string | null;
	durationSeconds: number | null;
	/** Where the dashboard shows it, beginning with a slash. */
	path: string;
}

/** For whom it is written. */
export interface NoticeFrame {
	companyName: string;
	/** Without a slash at its end. */
	dashboardUrl: string;
	timeZone: string;
}
