import type { StorageContext } from "./storage/storage-context.ts";

export const onCall = ["ring", "answer", "forward", "busy", "reject", "unreachable"] as const;
export const onMessage = ["deliver", "undelivered", "fail"] as const;

/** How a virtual phone behaves. */
export interface PhoneBehaviour {
	/** `answer`: by itself, as a mailbox does: it presses no key. */
	onCall: (typeof onCall)[number];
	/** Also until it forwards. */
	answerAfterSeconds: number;
	/** The account's number that it forwards to; null for none. */
	forwardTo: string | null;
	onMessage: (typeof onMessage)[number];
	/** Of the message that is not delivered; null for the usual one. */
	errorCode: number | null;
}

const defaultBehaviour: PhoneBehaviour = {
	onCall: "ring",
	answerAfterSeconds: 0,
	forwardTo: null,
	onMessage: "deliver",
	errorCode: null,
};

export function readBehaviour(ctx: StorageContext, address: string): PhoneBehaviour {
	const [row] = ctx.sql
		.exec<{ behaviour: string }>("SELECT behaviour FROM phones WHERE address = ?", address)
		.toArray();
	return row
		? { ...defaultBehaviour, ...(JSON.parse(row.behaviour) as Partial<PhoneBehaviour>) }
		: defaultBehaviour;
}

export function writeBehaviour(ctx: StorageContext, address: string, behaviour: PhoneBehaviour): void {
	ctx.sql.exec(
		"INSERT INTO phones (address, behaviour) VALUES (?1, ?2) ON CONFLICT (address) DO UPDATE SET behaviour = ?2",
		address,
		JSON.stringify(behaviour),
	);
}
