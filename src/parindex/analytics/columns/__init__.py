"""Facts of many units, one column a fact code, one class a shape of value."""
