import type { StorageContext } from "./storage/storage-context.ts";

export const onCall = ["ring", "answer", "forward", "busy", "reject", "unreachable"] as const;
export const onMessage = ["deliver", "undelivered", "fail"] as const;

export interface PhoneBehaviour {
	/** `answer` is a mailbox: it answers by itself and presses no key. */
	onCall: (typeof onCall)[number];
	answerAfterSeconds: number;
	forwardTo: string | null;
	onMessage: (typeof onMessage)[number];
	/** Null for the usual code of a text that is not delivered. */
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
