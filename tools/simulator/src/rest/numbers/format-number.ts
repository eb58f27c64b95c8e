export function formatNumber(phoneNumber: string): string {
	const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber);
	return match ? `(${match[1]}) ${match[2]}-${match[3]}` : phoneNumber;
}
