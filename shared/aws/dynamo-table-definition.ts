/** What the table is in DynamoDB; all keys are strings. The infrastructure builds it from this, the tests too. */
export const tableDefinition = {
  partitionKey: "pk",
  sortKey: "sk",
  index: {
    name: "index",
    partitionKey: "ipk",
    sortKey: "isk",
    /**
     * Items on the index change far more often than they are read by it, and with all attributes on it every change would be paid for twice;
     * so it holds the keys, and what a page needs is read from the table.
     */
    projection: "KEYS_ONLY",
  },
  /** Epoch seconds. DynamoDB removes the item within days after; until then the adapter hides it. */
  expiryAttribute: "ttl",
} as const;
