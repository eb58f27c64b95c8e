import type { NoticeKind } from "@cloudpbx/contracts/words/notice-kinds";

/** The content of a notice when it is sent. All texts may come from outside. */
export interface NoticeContent {
	kind: NoticeKind;
	happenedAt: Date;
	/** E.164, with the contact's name. Null: withheld. */
	from: string | null;
	name: string | null;
	/** The destination of a call, such as "Sales", or the name of a campaign or number. */
	subject: string | null;
	words: string | null;
	durationSeconds: number | null;
	/** The dashboard's page, with a slash at the beginning. */
	path: string;
}

export interface NoticeFrame {
	companyName: string;
	/** Without a slash at the end. */
	dashboardUrl: string;
	timeZone: string;
}
