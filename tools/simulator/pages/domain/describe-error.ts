export function describeError(code: number): string {
	const words = errors[code];
	return words ? `${words} (${code})` : `error ${code}`;
}

const errors: Record<number, string> = {
	14107: "too many replies",
	21610: "recipient has opted out",
	30001: "queue is full",
	30003: "phone unreachable",
	30004: "blocked",
	30005: "unknown phone",
	30006: "landline",
	30007: "filtered as spam",
	30032: "sender not verified",
	30033: "campaign suspended",
	30034: "sender not registered",
	30035: "sender being set up",
	30036: "waited too long",
};
