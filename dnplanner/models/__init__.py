"""Between the plan and the widgets: words, item models, the open document. No widgets."""
