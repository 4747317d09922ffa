# This layer likes jasmine in every version of green tea.
INGREDIENTS:append = " jasmine"
SUMMARY .= " with jasmine"
